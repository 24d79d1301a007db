import Foundation
import HTTPTypes
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("GET /api/v1/currencies")
struct CurrencyListTests {
    private let path = "/api/v1/currencies"

    private func rows(_ answer: Answer) throws -> [String: [String: Any]] {
        let rows = try #require(try answer.member("data")["currencies"] as? [[String: Any]])
        return Dictionary(rows.map { ($0["code"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("lists every currency of the table, by code")
    func everything() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            let answer = try await bench.ask(path)
            let listed = try #require(try answer.member("data")["currencies"] as? [[String: Any]])
            #expect(listed.compactMap { $0["code"] as? String } == Currency.all.map(\.code.description).sorted())
            let yen = try #require(try rows(answer)["JPY"])
            #expect(yen["numeric"] as? String == "392")
            #expect(yen["names"] as? [String: String] == ["ko": "일본 엔", "en": "Japanese Yen"])
            #expect(yen["minor_units"] as? Int == 0)
            #expect(yen["quotation_unit"] as? Int == 100)
            #expect(yen["countries"] as? [[String: String]] == [["code": "JP", "name": "일본"]])
            #expect(yen["has_rate"] as? Bool == true)
            #expect(yen["existed_to"] is NSNull)
            let lev = try #require(try rows(answer)["BGN"])
            #expect(lev["existed_to"] as? String == "2025-12-31")
            #expect(lev["has_rate"] as? Bool == false)
        }
    }

    @Test("only JPY, IDR and VND are quoted for a hundred")
    func quotationUnits() async throws {
        try await withBench { bench in
            let hundred = try await rows(bench.ask(path)).filter { $0.value["quotation_unit"] as? Int == 100 }
            #expect(hundred.keys.sorted() == ["IDR", "JPY", "VND"])
        }
    }

    @Test("says between which days rates are held")
    func coverage() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            try bench.hold([code("JPY"): day("1999-01-04")...day("2026-10-30")])
            let answer = try await rows(bench.ask("\(path)?codes=JPY,VND"))
            #expect(answer.count == 2)
            #expect(answer["JPY"]?["first_day"] as? String == "1999-01-04")
            #expect(answer["JPY"]?["last_day"] as? String == "2026-10-30")
            #expect(answer["JPY"]?["is_held"] as? Bool == true)
            #expect(answer["VND"]?["first_day"] is NSNull)
            #expect(answer["VND"]?["is_held"] as? Bool == false)
        }
    }

    @Test("an older sheet changes the version, though the latest rates stay")
    func version() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            let edge = try bench.edge()
            try bench.hold([code("JPY"): day("2026-10-01")...day("2026-10-30")])
            let tag = try #require(try await edge.ask(path).headers[.eTag])
            #expect(try await edge.ask(path, held: tag).status == 304)
            try bench.hold([code("JPY"): day("2026-09-30")...day("2026-10-30")])
            #expect(try await edge.ask(path, held: tag).status == 200)
        }
    }

    @Test("with nothing held every currency is listed all the same, which nobody keeps")
    func empty() async throws {
        try await withBench { bench in
            let answer = try await bench.ask("\(path)?lang=en")
            #expect(answer.status == 200)
            #expect(answer.headers[.eTag] == nil)
            #expect(try answer.member("data")["cache_hit"] as? Bool == false)
            #expect(try rows(answer).values.allSatisfy { $0["has_rate"] is NSNull && $0["is_held"] is NSNull })
            #expect(try rows(answer)["JPY"]?["name"] as? String == "Japanese Yen")
        }
    }
}

extension Bench {
    /// The same rates with those days held.
    fileprivate func hold(_ coverage: [CurrencyCode: ClosedRange<Day>]) throws {
        guard var contents = holdings.inMemory else { throw TestFailure("nothing is in memory") }
        contents.coverage = coverage
        holdings.replace(with: contents)
    }
}
