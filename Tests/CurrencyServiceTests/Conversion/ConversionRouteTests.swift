import Foundation
import HTTPTypes
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("GET /api/v1/currencies/convert")
struct ConversionRouteTests {
    private let path = "/api/v1/currencies/convert"

    private func data(_ bench: Bench, _ query: String) async throws -> [String: Any] {
        let answer = try await bench.ask("\(path)?\(query)")
        #expect(answer.status == 200, "\(answer.text)")
        return try answer.member("data")
    }

    // Python: Fraction("1491.76") / Fraction("1.1172"), rounded by decimal.
    @Test("a dollar in won, with the rate both ways and its evidence")
    func golden() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            bench.time.advance(by: .seconds(3600))
            let data = try await data(bench, "from=usd&to=KRW&amount=12.50&rounding=none&numbers=string")
            #expect(data["from"] as? String == "USD" && data["to"] as? String == "KRW")
            #expect(data["amount"] as? String == "12.50")
            #expect(data["result"] as? String == "16690.83422842821339061940565699964")
            #expect(data["rate"] as? String == "1335.266738")
            #expect(data["rate_inverse"] as? String == "0.0007489140344")
            #expect(data["observed_on"] as? String == "2026-10-30")
            #expect(data["rounding"] as? String == "none")
            #expect(data["requested_date"] == nil)
            #expect(data["cache_hit"] as? Bool == true)
            let precision = try #require(data["precision"] as? [String: Any])
            #expect(precision["rate_digits"] as? Int == 10)
            #expect(precision["result_digits"] as? Int == 34)
            #expect(precision["result_exact"] as? Bool == true)
            let evidence = try #require(data["evidence"] as? [String: Any])
            #expect(evidence["source"] as? String == "ecb" && evidence["age_seconds"] as? Int == 3600)
            #expect((evidence["legs"] as? [[String: Any]])?.map { $0["currency"] as? String } == ["USD", "KRW"])
        }
    }

    // Python: decimal.Context(prec=34).divide(Decimal(10**15 - 1) * Decimal("20275.17"), Decimal("1491.76")).
    @Test("a result that a JSON number cannot hold has 15 digits and says so, and all of them as a string")
    func tooLong() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let query = "\(path)?from=KRW&to=IDR&amount=999999999999999&rounding="
            let product = "13591442323161889.12749369871829249"
            for (mode, number, string) in [
                ("half_up", "13591442323161900", "13591442323161889.13"),
                ("down", "13591442323161800", "13591442323161889.12"),
                ("none", "13591442323161900", product),
            ] {
                let text = try await bench.ask(query + mode).text
                #expect(text.contains(#""result":\#(number),"#), "\(text)")
                #expect(text.contains(#"{"rate_digits":10,"result_digits":15,"result_exact":false}"#))
                let full = try await bench.ask("\(query)\(mode)&numbers=string").text
                #expect(full.contains(#""result":"\#(string)"#), "\(full)")
                #expect(full.contains(#""result_digits":34,"result_exact":true}"#))
            }
        }
    }

    @Test("a currency in itself is 1, even one that no rate is held of")
    func itself() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            for (code, amount, result) in [
                ("USD", "0.125", "0.13"), ("KRW", "2.5", "3"), ("KWD", "1", "1.000"), ("RUB", "7", "7.00"),
            ] {
                let data = try await data(bench, "from=\(code)&to=\(code)&amount=\(amount)&numbers=string")
                #expect(data["result"] as? String == result)
                #expect(data["rate"] as? String == "1" && data["rate_inverse"] as? String == "1")
                #expect((data["evidence"] as? [String: Any])?["legs"] as? [String] == [])
            }
        }
    }

    @Test("the digits of the rates are those asked for, and do not touch the result")
    func precision() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let data = try await data(bench, "from=KRW&to=USD&amount=1000000&precision=4&numbers=string")
            #expect(data["rate"] as? String == "0.0007489")
            #expect(data["rate_inverse"] as? String == "1335")
            #expect(data["result"] as? String == "748.91")
        }
    }

    @Test("a Sunday has Friday's rate, which is not stale by its end; a missed publication makes one stale")
    func pastDay() async throws {
        try await withBench { bench in
            // Thursday the 29th is missing.
            try await bench.receive([
                ecbSheet("2026-10-23", ["USD": "1.25"]), ecbSheet("2026-10-28", ["USD": "1.5"]),
                ecbSheet("2026-10-30", ["USD": "2"]),
            ])
            for (date, rate, observed, isStale) in [
                ("2026-10-25", "1.25", "2026-10-23", false), ("2026-10-27", "1.25", "2026-10-23", true),
                ("2026-10-28", "1.5", "2026-10-28", false), ("2026-10-29", "1.5", "2026-10-28", true),
                ("2026-10-30", "2", "2026-10-30", false),
            ] {
                let data = try await data(bench, "from=EUR&to=USD&amount=1&numbers=string&date=\(date)")
                #expect(data["rate"] as? String == rate)
                #expect(data["observed_on"] as? String == observed)
                #expect(data["requested_date"] as? String == date)
                #expect((data["evidence"] as? [String: Any])?["stale"] as? Bool == isStale, "\(date)")
            }
        }
    }

    @Test("what is asked of the latest rates is kept while they hold; what is asked of a day, by nobody")
    func kept() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            bench.time.advance(by: .seconds(60))
            let edge = try bench.edge()
            let query = "\(path)?from=USD&to=KRW&amount=1"
            let latest = try await edge.ask(query)
            let tag = try #require(latest.headers[.eTag])
            #expect(latest.headers[.cacheControl] == "public, max-age=3540")
            #expect(try await edge.ask(query, held: tag).status == 304)
            let past = try await edge.ask("\(query)&date=2026-10-29")
            #expect(past.status == 200)
            #expect(past.headers[.eTag] == nil)
            #expect(past.headers[.cacheControl] == "no-store")
            // A correction of the same day ends it.
            let later = ECBFile.recordedAt.advanced(by: .seconds(1))
            try await bench.receive([ecbSheet("2026-10-30", ["USD": "2", "KRW": "3000"], recordedAt: later)])
            let next = try await edge.ask(query, held: tag)
            #expect(next.status == 200)
            #expect(next.text.contains(#""result":1500,"#))
        }
    }

    @Test("a day to come is refused, today is not")
    func future() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            // 2026-10-31, 00:30 in Seoul.
            bench.time.advance(to: try #require(Instant("2026-10-30T15:30:00Z")))
            let today = try await bench.ask("\(path)?from=USD&to=KRW&amount=1&date=2026-10-31")
            #expect(today.status == 200)
            let tomorrow = try await bench.ask("\(path)?from=USD&to=KRW&amount=1&date=2026-11-01")
            #expect(tomorrow.status == 400)
            #expect(try tomorrow.code == "INVALID_DATE")
            #expect(tomorrow.text.contains("2026-11-01"))
        }
    }

    @Test("where no rate is held, that is said of the currency or of the day")
    func notFound() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            for (query, named) in [
                ("from=RUB&to=KRW&amount=1", "RUB"), ("from=KRW&to=TRL&amount=1", "TRL"),
                ("from=USD&to=KRW&amount=1&date=1998-12-31", "1998-12-31"),
            ] {
                let answer = try await bench.ask("\(path)?\(query)")
                #expect(answer.status == 404)
                #expect(try answer.code == "NOT_FOUND")
                #expect(try answer.message.contains(named))
            }
        }
    }

    // The krona was quoted until 2008-12-09 and is again from 2018-02-01 on; here its gap is of weeks.
    @Test("a day within a gap of the rates is not said to be one that has rates")
    func gap() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-09-16", ["ISK": "140", "USD": "1.1"]), ecbSheet("2026-10-10", ["USD": "1.1"]),
                ecbSheet("2026-10-30", ["ISK": "141", "USD": "1.1"]),
            ])
            let answer = try await bench.ask("\(path)?from=ISK&to=USD&amount=1&date=2026-10-10")
            #expect(answer.status == 404)
            let gap = "of ISK from 2026-09-16 to 2026-10-30 and of USD from 2026-09-16 to 2026-10-30, with a gap"
            #expect(try answer.message.contains(gap), "\(answer.text)")
        }
    }

    @Test("an empty store is not ready")
    func notReady() async throws {
        try await withBench { bench in
            let answer = try await bench.ask("\(path)?from=USD&to=KRW&amount=1")
            #expect(answer.status == 503)
            #expect(try answer.code == "DATA_NOT_READY")
        }
    }

    @Test(
        "what is wrong is refused by name",
        arguments: [
            ("from=USD&to=KRW", "MISSING_PARAMETER", "amount"),
            ("to=KRW&amount=1", "MISSING_PARAMETER", "from"),
            ("from=USD&amount=1", "MISSING_PARAMETER", "to"),
            ("from=USD&to=KRW&amount=", "INVALID_PARAMETER", "amount"),
            ("from=USD&to=KRW&amount=1e5", "INVALID_PARAMETER", "1e5"),
            ("from=USD&to=KRW&amount=1e999", "INVALID_PARAMETER", "1e999"),
            ("from=USD&to=KRW&amount=NaN", "INVALID_PARAMETER", "NaN"),
            ("from=USD&to=KRW&amount=Infinity", "INVALID_PARAMETER", "Infinity"),
            ("from=USD&to=KRW&amount=-1", "INVALID_PARAMETER", "-1"),
            ("from=USD&to=KRW&amount=%2B1", "INVALID_PARAMETER", "+1"),
            ("from=USD&to=KRW&amount=10abc", "INVALID_PARAMETER", "10abc"),
            ("from=USD&to=KRW&amount=0x10", "INVALID_PARAMETER", "0x10"),
            ("from=USD&to=KRW&amount=1,000", "INVALID_PARAMETER", "1,000"),
            ("from=USD&to=KRW&amount=1.12345678901", "INVALID_PARAMETER", "1.12345678901"),
            ("from=USD&to=KRW&amount=1000000000000000.1", "INVALID_PARAMETER", "1000000000000000.1"),
            ("from=USD&to=KRW&amount=99999999999999999999999999999999999", "INVALID_PARAMETER", "9999"),
            ("from=USD&to=KRW&amount=%D9%A1", "INVALID_PARAMETER", "amount"),
            ("from=USD&to=XYZ&amount=1", "INVALID_CURRENCY_CODE", "XYZ"),
            ("from=&to=USD&amount=1", "INVALID_CURRENCY_CODE", "from"),
            ("from=USD&to=KRW&amount=1&date=2010-31-01", "INVALID_DATE", "2010-31-01"),
            ("from=USD&to=KRW&amount=1&date=0000-00-00", "INVALID_DATE", "0000-00-00"),
            ("from=USD&to=KRW&amount=1&date=9999-01-01", "INVALID_DATE", "9999-01-01"),
            ("from=USD&to=KRW&amount=1&date=9998-12-31", "INVALID_DATE", "9998-12-31"),
            ("from=USD&to=KRW&amount=1&date=", "INVALID_DATE", "date"),
            ("from=USD&to=KRW&amount=1&rounding=up", "INVALID_PARAMETER", "half_even"),
            ("from=USD&to=KRW&amount=1&precision=13", "INVALID_PARAMETER", "precision"),
            ("from=USD&to=KRW&amount=1&amount=2", "INVALID_PARAMETER", "amount"),
            ("from=USD&to=KRW&amount=1&fee=1", "INVALID_PARAMETER", "fee"),
        ])
    func hostile(query: String, code: String, named: String) async throws {
        try await withBench { bench in
            let answer = try await bench.ask("\(path)?\(query)")
            #expect(answer.status == 400, "\(answer.text)")
            #expect(try answer.code == code)
            #expect(try answer.message.contains(named), "\(answer.text)")
        }
    }

    @Test("HEAD is answered without a body, other methods not at all")
    func methods() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let head = try await bench.ask("\(path)?from=USD&to=KRW&amount=1", .head)
            #expect(head.status == 200 && head.text.isEmpty)
            #expect(try await bench.ask("\(path)?from=USD&to=KRW&amount=1", .post).status == 405)
        }
    }
}
