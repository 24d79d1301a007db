import Foundation
import HTTPTypes
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("GET /api/v1/currencies/search")
struct SearchRouteTests {
    private let path = "/api/v1/currencies/search"

    private func matches(_ answer: Answer) throws -> [[String: Any]] {
        try #require(try answer.member("data")["matches"] as? [[String: Any]])
    }

    @Test("a country comes with its money, a currency with its countries")
    func members() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let country = try #require(try matches(await bench.ask("\(path)?q=%EC%9D%BC%EB%B3%B8")).first)
            #expect(country["type"] as? String == "country")
            #expect(country["country_code"] as? String == "JP")
            #expect(country["currency_code"] as? String == "JPY")
            #expect(country["currency_name"] as? String == "일본 엔")
            #expect(country["names"] as? [String: String] == ["ko": "일본", "en": "Japan"])
            #expect(country["has_rate"] as? Bool == true)
            #expect(
                country["matched"] as? [String: String]
                    == ["field": "country_name", "text": "일본", "kind": "exact_name"])
            let currency = try #require(try matches(await bench.ask("\(path)?q=eur&lang=en")).first)
            #expect(currency["type"] as? String == "currency")
            #expect(currency["country_name"] as? String == "Eurozone")
            #expect((currency["countries"] as? [Any])?.count == Country.using(.eur).count)
        }
    }

    @Test("nothing found is an answer, and the limit is kept")
    func limits() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let none = try await bench.ask("\(path)?q=qqqq")
            #expect(none.status == 200)
            #expect(try matches(none).isEmpty)
            #expect(try matches(await bench.ask("\(path)?q=dollar")).count == 10)
            #expect(try matches(await bench.ask("\(path)?q=dollar&limit=1")).count == 1)
            #expect(try matches(await bench.ask("\(path)?q=d&limit=50")).count <= 50)
        }
    }

    @Test("spaces around, and the way a text is composed, make no other question")
    func composed() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let edge = try bench.edge()
            let plain = try await edge.ask("\(path)?q=%EC%9D%BC%EB%B3%B8")
            // The same two syllables in conjoining letters, with spaces.
            let apart = try await edge.ask(
                "\(path)?q=+%E1%84%8B%E1%85%B5%E1%86%AF%E1%84%87%E1%85%A9%E1%86%AB%E3%80%80")
            #expect(apart.text == plain.text)
            #expect(apart.headers[.eTag] == plain.headers[.eTag])
        }
    }

    @Test(
        "what is no query is refused",
        arguments: [
            ("", "MISSING_PARAMETER"), ("?q=", "INVALID_PARAMETER"), ("?q=%20%E3%80%80", "INVALID_PARAMETER"),
            ("?q=%00", "INVALID_PARAMETER"), ("?q=a%0Ab", "INVALID_PARAMETER"), ("?q=%", "INVALID_PARAMETER"),
            ("?q=%FF", "INVALID_PARAMETER"), ("?q=usd&limit=0", "INVALID_PARAMETER"),
            ("?q=usd&limit=51", "INVALID_PARAMETER"), ("?q=usd&limit=1e1", "INVALID_PARAMETER"),
            ("?q=usd&q=eur", "INVALID_PARAMETER"), ("?q=usd&lang=de", "INVALID_PARAMETER"),
            ("?q=" + String(repeating: "a", count: 65), "INVALID_PARAMETER"),
        ])
    func refused(query: String, code: String) async throws {
        try await withBench { bench in
            let answer = try await bench.ask(path + query)
            #expect(answer.status == 400)
            #expect(try answer.code == code)
        }
    }

    @Test(
        "what is strange is answered",
        arguments: [
            "%25", "%F0%9F%92%B5", "%D8%B1%D9%8A%D8%A7%D9%84", String(repeating: "%CC%81", count: 64),
            String(repeating: "a", count: 64), "++usd++", "%E2%80%AEUSD", "'%20OR%201%3D1--",
        ])
    func strange(query: String) async throws {
        try await withBench { bench in
            let answer = try await bench.ask("\(path)?q=\(query)")
            #expect(answer.status == 200)
        }
    }

    @Test("names are searched with nothing held too, which nobody keeps")
    func empty() async throws {
        try await withBench { bench in
            let answer = try await bench.ask("\(path)?q=japan&lang=en")
            #expect(answer.headers[.eTag] == nil)
            let first = try #require(try matches(answer).first)
            #expect(first["country_name"] as? String == "Japan")
            #expect(first["has_rate"] is NSNull)
        }
    }

    @Test("an answer is kept, and is another when a currency gets a rate")
    func kept() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-29", ["KRW": "1500"])])
            let edge = try bench.edge()
            let tag = try #require(try await edge.ask("\(path)?q=usd").headers[.eTag])
            #expect(try await edge.ask("\(path)?q=usd", held: tag).status == 304)
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2"])])
            let answer = try await edge.ask("\(path)?q=usd", held: tag)
            #expect(try matches(answer).first?["has_rate"] as? Bool == true)
        }
    }
}
