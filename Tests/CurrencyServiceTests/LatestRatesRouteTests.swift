import Foundation
import HTTPTypes
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("GET /api/v1/currencies/latest")
struct LatestRatesRouteTests {
    private let path = "/api/v1/currencies/latest"

    // The figures: Python, as in PythonRates. The shape: section 2 of the contract.
    @Test("the golden answer, byte for byte")
    func golden() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            bench.time.advance(by: .seconds(2 * 3600 + 90))
            let answer = try await bench.ask("\(path)?symbols=USD,JPY,EUR")
            #expect(answer.status == 200)
            #expect(
                answer.text == """
                    {"success":true,"data":{"base":"KRW","timestamp":1793372400,"observed_on":"2026-10-30",\
                    "rates":{"EUR":1491.76,"JPY":8.491347905,"USD":1335.266738},"source":"ecb","cache_hit":true,\
                    "stale":false,"unavailable":[],"evidence":{\
                    "EUR":\(evidence(#"{"currency":"KRW","price":1491.76,"unit":1,"direction":"per_pivot"}"#)),\
                    "JPY":\(evidence(
                        #"{"currency":"JPY","price":175.68,"unit":1,"direction":"per_pivot"}"#,
                        #"{"currency":"KRW","price":1491.76,"unit":1,"direction":"per_pivot"}"#)),\
                    "USD":\(evidence(
                        #"{"currency":"USD","price":1.1172,"unit":1,"direction":"per_pivot"}"#,
                        #"{"currency":"KRW","price":1491.76,"unit":1,"direction":"per_pivot"}"#))\
                    }},"timestamp":"2026-10-30T17:00:00Z","version":"v1"}
                    """)
        }
    }

    private func evidence(_ legs: String...) -> String {
        """
        {"source":"ecb","observed_on":"2026-10-30","published_at":"2026-10-30T15:00:00Z","age_seconds":7200,\
        "stale":false,"pivot":"EUR","legs":[\(legs.joined(separator: ","))],"fallback":null,"disagreement":null}
        """
    }

    @Test("without symbols, every currency held is priced, the base in itself too")
    func everything() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            let data = try await bench.ask("\(path)?base=usd&numbers=string").member("data")
            #expect(data["rates"] as? [String: String] == PythonRates.tenDigits["USD"])
            #expect(data["base"] as? String == "USD")
            let evidence = try #require(data["evidence"] as? [String: [String: Any]])
            #expect(Set(evidence.keys) == Set(try #require(PythonRates.tenDigits["USD"]).keys))
            #expect((evidence["USD"]?["legs"] as? [Any])?.isEmpty == true)
        }
    }

    @Test("known currencies without a rate are listed as unavailable")
    func unavailable() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let answer = try await bench.ask("\(path)?symbols=usd,RUB,TRL&precision=4")
            let data = try answer.member("data")
            #expect(answer.status == 200)
            #expect(data["unavailable"] as? [String] == ["RUB", "TRL"])
            #expect(data["rates"] as? [String: Int] == ["USD": 1335])
        }
    }

    @Test("HEAD is answered without a body")
    func head() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let answer = try await bench.ask(path, .head)
            #expect(answer.status == 200)
            #expect(answer.text.isEmpty)
        }
    }

    @Test("an empty store answers that it is not ready, and when to ask again")
    func notReady() async throws {
        try await withBench { bench in
            let answer = try await bench.ask(path)
            #expect(answer.status == 503)
            #expect(try answer.code == "DATA_NOT_READY")
            #expect(answer.headers[.retryAfter] != nil)
        }
    }

    @Test("a base that no rate is held for is not found")
    func baseWithoutRate() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let answer = try await bench.ask("\(path)?base=RUB")
            #expect(answer.status == 404)
            #expect(try answer.code == "NOT_FOUND")
            #expect(answer.text.contains("RUB"))
        }
    }

    @Test(
        "what is wrong is refused by name, whether or not anything is held",
        arguments: [
            ("symbols=XYZ", "INVALID_CURRENCY_CODE", "XYZ"),
            ("symbols=USD,,EUR", "INVALID_CURRENCY_CODE", "symbols"),
            ("symbols=", "INVALID_CURRENCY_CODE", "symbols"),
            ("symbols=USD,%20eur", "INVALID_CURRENCY_CODE", " eur"),
            ("symbols=%00", "INVALID_PARAMETER", "query"),
            ("symbols=US%E2%82%AC", "INVALID_CURRENCY_CODE", "US€"),
            ("symbols=USD&symbols=EUR", "INVALID_PARAMETER", "symbols"),
            ("symbols=" + String(repeating: "U", count: 500), "INVALID_CURRENCY_CODE", "UUUU"),
            ("base=", "INVALID_CURRENCY_CODE", "base"),
            ("base=KRW,USD", "INVALID_CURRENCY_CODE", "KRW,USD"),
            ("base=EURO", "INVALID_CURRENCY_CODE", "EURO"),
            ("precision=3", "INVALID_PARAMETER", "precision"),
            ("precision=13", "INVALID_PARAMETER", "precision"),
            ("precision=1e1", "INVALID_PARAMETER", "1e1"),
            ("precision=-4", "INVALID_PARAMETER", "-4"),
            ("precision=99999999999999999999", "INVALID_PARAMETER", "precision"),
            ("numbers=double", "INVALID_PARAMETER", "double"),
            ("bse=USD", "INVALID_PARAMETER", "bse"),
        ])
    func hostile(query: String, code: String, named: String) async throws {
        try await withBench { bench in
            let answer = try await bench.ask("\(path)?\(query)")
            #expect(answer.status == 400)
            #expect(try answer.code == code)
            #expect(try answer.message.contains(named))
        }
    }

    @Test("other methods are refused with those that are allowed")
    func method() async throws {
        try await withBench { bench in
            let answer = try await bench.ask(path, .delete)
            #expect(answer.status == 405)
            #expect(answer.headers[.allow] == "GET, HEAD, OPTIONS")
        }
    }
}
