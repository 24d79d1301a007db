import HTTPTypes
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("GET /api/v1/currencies/matrix")
struct MatrixRouteTests {
    private let path = "/api/v1/currencies/matrix"
    /// Thirty of the currencies that the ECB quotes on the last day.
    private let thirty = [
        "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY",
        "KRW", "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "RON", "SEK", "SGD", "THB", "TRY", "USD", "ZAR",
    ]

    private func data(_ bench: Bench, _ query: String) async throws -> [String: Any] {
        let answer = try await bench.ask("\(path)?\(query)")
        #expect(answer.status == 200, "\(answer.text)")
        return try answer.member("data")
    }

    private func rates(_ data: [String: Any]) throws -> [String: [String: String]] {
        try #require(data["rates"] as? [String: [String: String]])
    }

    @Test("every ordered pair of thirty currencies has the ten digits that Python computes")
    func thirtyCurrencies() async throws {
        var expected: [String: [String: String]] = [:]
        for line in try ConversionOracle.lines("p") {
            let (symbol, base) = (String(line.fields[1]), String(line.fields[2]))
            guard thirty.contains(symbol), thirty.contains(base) else { continue }
            expected[base, default: [base: "1"]][symbol] = String(line.fields[3])
        }
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let data = try await data(bench, "codes=\(thirty.joined(separator: ","))&numbers=string")
            #expect(try rates(data) == expected)
            #expect(try rates(data).values.map(\.count).reduce(0, +) == 900)
            #expect(data["observed_on"] as? String == "2026-10-30" && data["source"] as? String == "ecb")
            #expect((data["publications"] as? [Any])?.count == 1)
            #expect(data["stale"] as? Bool == false && data["cache_hit"] as? Bool == true)
        }
    }

    @Test("pairs that come from another day are named, and currencies without a rate listed")
    func exceptions() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-29", ["USD": "1.25", "KRW": "1000", "JPY": "100"]),
                ecbSheet("2026-10-30", ["KRW": "2000", "JPY": "100"]),
            ])
            // Six hours after what was published on the 30th, what was published on the 29th is stale.
            bench.time.advance(by: .seconds(6 * 3600))
            let data = try await data(bench, "codes=EUR,JPY,KRW,USD,RUB&numbers=string")
            #expect(
                try rates(data) == [
                    "EUR": ["EUR": "1", "JPY": "0.01", "KRW": "0.0005", "USD": "0.8"],
                    "JPY": ["EUR": "100", "JPY": "1", "KRW": "0.05", "USD": "80"],
                    "KRW": ["EUR": "2000", "JPY": "20", "KRW": "1", "USD": "800"],
                    "USD": ["EUR": "1.25", "JPY": "0.0125", "KRW": "0.00125", "USD": "1"],
                ])
            #expect(data["unavailable"] as? [String] == ["RUB"])
            let publications = try #require(data["publications"] as? [[String: Any]])
            #expect(publications.map { $0["observed_on"] as? String } == ["2026-10-30", "2026-10-29"])
            #expect(publications.map { $0["stale"] as? Bool } == [false, true])
            #expect(publications[0]["pairs"] == nil)
            #expect(publications[1]["pairs"] as? [String] == ["EUR/USD", "JPY/USD", "KRW/USD"])
            #expect(data["stale"] as? Bool == true)
        }
    }

    @Test("rates between currencies that no source has together are null")
    func noCommonSource() async throws {
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive([
                ecbSheet("2026-10-30", ["ISK": "136", "USD": "1.25"]),
                bokSheet("2026-10-30", ["USD": ("1300", 1), "KWD": ("4200", 1)]),
            ])
            let answer = try await bench.ask("\(path)?codes=ISK,KWD")
            #expect(answer.text.contains(#""rates":{"ISK":{"ISK":1,"KWD":null},"KWD":{"ISK":null,"KWD":1}}"#))
        }
    }

    @Test("one currency that is held is answered with its own 1, none is not found")
    func fewHeld() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let one = try await data(bench, "codes=USD,RUB&numbers=string")
            #expect(try rates(one) == ["USD": ["USD": "1"]])
            #expect(one["observed_on"] as? String == "2026-10-30")
            let none = try await bench.ask("\(path)?codes=TRL,RUB")
            #expect(none.status == 404)
            #expect(none.text.contains("TRL, RUB"))
        }
    }

    @Test("digits as asked, and kept until the rates change")
    func precisionAndVersion() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-29", ["USD": "1.1172"])])
            let edge = try bench.edge()
            let first = try await edge.ask("\(path)?codes=USD,EUR&precision=4")
            #expect(first.text.contains(#""USD":{"USD":1,"EUR":1.117},"EUR":{"USD":0.8951,"EUR":1}"#))
            let tag = try #require(first.headers[.eTag])
            #expect(try await edge.ask("\(path)?codes=usd,eur&precision=4", held: tag).status == 304)
            try await bench.receive([ecbSheet("2026-10-30", ["USD": "1.2"])])
            let next = try await edge.ask("\(path)?codes=USD,EUR&precision=4", held: tag)
            #expect(next.status == 200, "\(next.text)")
        }
    }

    @Test(
        "what is wrong is refused by name",
        arguments: [
            ("", "MISSING_PARAMETER", "codes"), ("codes=USD", "INVALID_PARAMETER", "'USD'"),
            ("codes=USD,usd", "INVALID_PARAMETER", "'USD,usd'"), ("codes=", "INVALID_CURRENCY_CODE", "codes"),
            ("codes=USD,XYZ", "INVALID_CURRENCY_CODE", "XYZ"), ("codes=USD,", "INVALID_CURRENCY_CODE", "codes"),
            ("codes=USD,EUR&base=KRW", "INVALID_PARAMETER", "base"),
        ])
    func hostile(query: String, code: String, named: String) async throws {
        try await withBench { bench in
            let answer = try await bench.ask("\(path)?\(query)")
            #expect(answer.status == 400)
            #expect(try answer.code == code)
            #expect(try answer.message.contains(named), "\(answer.text)")
        }
    }

    @Test("thirty-one currencies are too many; an empty store is not ready")
    func bounds() async throws {
        try await withBench { bench in
            let many = try await bench.ask("\(path)?codes=\(thirty.joined(separator: ",")),BGN")
            #expect(many.status == 400)
            #expect(many.text.contains("2 to 30 values"))
            let empty = try await bench.ask("\(path)?codes=USD,EUR")
            #expect(empty.status == 503)
            #expect(try empty.code == "DATA_NOT_READY")
        }
    }
}
