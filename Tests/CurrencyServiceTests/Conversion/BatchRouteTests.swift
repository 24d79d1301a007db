import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("POST /api/v1/currencies/batch")
struct BatchRouteTests {
    private let path = "/api/v1/currencies/batch"

    private func post(_ bench: Bench, _ body: String, query: String = "?numbers=string") async throws -> Answer {
        try await bench.edge().application.test(.router) { client in
            Answer(
                try await client.executeRequest(
                    uri: path + query, method: .post, headers: [.contentType: "application/json"],
                    body: ByteBuffer(string: body)))
        }
    }

    private func members(_ data: [String: Any], _ name: String, _ member: String) -> [String] {
        (data[name] as? [[String: Any]] ?? []).map { "\($0["index"] ?? "-") \($0[member] ?? "-")" }
    }

    // The ECB's file: 1491.76 won for a euro on the 30th, 1.113 dollars on the 29th.
    @Test("each is answered under its place, whatever becomes of the others")
    func mixed() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            let answer = try await post(
                bench,
                #"""
                {"requests": [
                  {"from": "EUR", "to": "KRW", "amount": 2},
                  {"from": "EUR", "to": "XYZ", "amount": 2},
                  {"from": "EUR", "to": "USD", "amount": "1.0", "date": "2026-10-29", "rounding": "none"},
                  {"from": "EUR", "to": "USD", "amount": 1e2},
                  {"from": "EUR", "to": "USD", "amount": 1, "date": "2026-02-30"},
                  {"from": "EUR", "to": "USD", "amount": 1, "date": "2030-01-01"},
                  {"from": "EUR", "to": "USD", "amount": 1, "date": "1998-12-31"},
                  {"from": "RUB", "to": "USD", "amount": 1},
                  {"from": "EUR", "to": "USD", "amount": 1, "fee": 3},
                  {"from": "EUR", "to": "USD"},
                  17, null, ["EUR", "USD", 1], {},
                  {"from": "eur", "to": "eur", "amount": 3, "date": null}
                ]}
                """#)
            #expect(answer.status == 200)
            let data = try answer.member("data")
            #expect(members(data, "results", "result") == ["0 2984", "2 1.113", "14 3.00"])
            #expect(members(data, "results", "observed_on") == ["0 2026-10-30", "2 2026-10-29", "14 2026-10-30"])
            #expect(
                members(data, "errors", "code") == [
                    "1 INVALID_CURRENCY_CODE", "3 INVALID_PARAMETER", "4 INVALID_DATE", "5 INVALID_DATE",
                    "6 NOT_FOUND", "7 NOT_FOUND", "8 INVALID_PARAMETER", "9 MISSING_PARAMETER",
                    "10 INVALID_PARAMETER", "11 INVALID_PARAMETER", "12 INVALID_PARAMETER", "13 MISSING_PARAMETER",
                ])
            for (message, named) in zip(
                members(data, "errors", "message"),
                ["XYZ", "1e2", "2026-02-30", "2030-01-01", "1998-12-31", "RUB", "fee", "amount", "a number", "null"])
            {
                #expect(message.contains(named))
            }
            let details = (data["errors"] as? [[String: Any]])?.first?["details"] as? [String: String]
            #expect(details?["parameter"] == "to" && details?["provided"] == "XYZ")
        }
    }

    @Test("a hundred are answered, more or none are refused, and so is what is no batch")
    func bounds() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            let element = #"{"from":"USD","to":"KRW","amount":1}"#
            func body(_ count: Int) -> String {
                #"{"requests":[\#(Array(repeating: element, count: count).joined(separator: ","))]}"#
            }
            let hundred = try await post(bench, body(100))
            #expect(hundred.status == 200)
            #expect((try hundred.member("data")["results"] as? [Any])?.count == 100)
            for (wrong, code) in [
                (body(101), "INVALID_PARAMETER"), (body(0), "INVALID_PARAMETER"), ("{}", "MISSING_PARAMETER"),
                (#"{"requests":{}}"#, "INVALID_PARAMETER"), (#"{"requests":"x"}"#, "INVALID_PARAMETER"),
                ("[]", "INVALID_PARAMETER"), ("{", "INVALID_PARAMETER"),
                (#"{"requests":[\#(element)],"more":1}"#, "INVALID_PARAMETER"),
                (#"{"requests":[{"from":"USD","from":"EUR","to":"KRW","amount":1}]}"#, "INVALID_PARAMETER"),
            ] {
                let answer = try await post(bench, wrong)
                #expect(answer.status == 400, "\(wrong.prefix(60)): \(answer.text)")
                #expect(try answer.code == code)
            }
        }
    }

    @Test("without any rates, those of currencies fail one by one, and the batch is answered")
    func notReady() async throws {
        try await withBench { bench in
            let answer = try await post(
                bench, #"{"requests":[{"from":"USD","to":"KRW","amount":1},{"from":"?","to":"KRW","amount":1}]}"#)
            #expect(answer.status == 200)
            let data = try answer.member("data")
            #expect(members(data, "errors", "code") == ["0 DATA_NOT_READY", "1 INVALID_CURRENCY_CODE"])
        }
    }

    @Test("the digits of the rates and the form of numbers are those of the query")
    func query() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let body = #"{"requests":[{"from":"KRW","to":"USD","amount":"10000.50","rounding":"down"}]}"#
            let answer = try await post(bench, body, query: "?precision=5")
            #expect(answer.text.contains(#""amount":10000.50,"result":7.48,"rate":0.00074891,"rate_inverse":1335.3,"#))
            #expect(try await post(bench, body, query: "?lang=ko").status == 400)
        }
    }
}
