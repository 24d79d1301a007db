import Foundation
import SharedConfig
import SharedTesting
import Testing

@Suite("Rates from the layers behind memory", .timeLimit(.minutes(10)), .serialized)
struct RateLayersTests {
    @Test("a currency service that holds nothing has the rates of history within a second, and nobody sent an event")
    func hydration() async throws {
        try await withSystem { system in
            let loaded = try await LoadedSystem(system)
            try await loaded.ingestor.stop()
            try await loaded.currency.stop()

            let folder = try TemporaryDirectory()
            var empty = TestSystem(directory: folder, upstream: system.upstream)
            empty.time = system.time
            let currency = try await empty.currency(history: loaded.history.address)
            try await eventually(within: .seconds(1), "history has given its rates") {
                try await Web.get(currency.httpPort, "/api/v1/currencies/latest?symbols=USD").body
                    .contains("1335.266738")
            }
            // What came is kept: without history the next start answers from its own store.
            try await eventually(within: .seconds(10), "what history gave is in the store") {
                try await Web.get(currency.httpPort, "/health").string("data", "freshness", "rates_layer") == "store"
            }
            try await currency.stop()
            let again = try await empty.currency()
            let latest = try await Web.get(again.httpPort, "/api/v1/currencies/latest?symbols=USD,JPY,EUR")
            for (symbol, rate) in MainJobTests.latest { #expect(latest.body.contains("\"\(symbol)\":\(rate)")) }
            #expect(latest.body.contains(#""cache_hit":true"#))
            for host in [again, loaded.ranking, loaded.history] { try await host.stop() }
        }
    }

    /// 100 USD on 2024-01-02 were 131323.4757210661 won by the ECB's rates; 1999-01-04: 100 × 1398.59 / 1.1789 =
    /// 118635.1684…, both by Python's decimal.
    @Test("days that only history knows are converted with it, and without it the answer says that it is not known")
    func oldDays() async throws {
        try await withSystem { system in
            let loaded = try await LoadedSystem(system)
            try await loaded.currency.stop()
            let currency = try await system.currency(history: loaded.history.address)
            let path = "/api/v1/currencies/convert?from=USD&to=KRW&amount=100"
            #expect(try await Web.get(currency.httpPort, path + "&date=2024-01-02").int("data", "result") == 131_323)
            let body = #"""
                {"requests":[{"from":"USD","to":"KRW","amount":100,"date":"1999-01-04"},
                {"from":"USD","to":"KRW","amount":100},{"from":"USD","to":"XXX","amount":1}]}
                """#
            let batch = try await Web.post(currency.httpPort, "/api/v1/currencies/batch", json: body)
            #expect(batch.status == 200)
            #expect(try batch.objects("data", "results").map { $0["result"] as? Int } == [118_635, 133_527])
            #expect(try batch.objects("data", "errors").map { $0["index"] as? Int } == [2])

            try await loaded.history.stop()
            let unknown = try await Web.get(currency.httpPort, path + "&date=2024-01-02")
            #expect(unknown.status == 503)
            #expect(try unknown.string("error", "code") == "DATA_NOT_READY")
            // What the service holds itself is answered all the same.
            #expect(try await Web.get(currency.httpPort, path + "&date=2026-10-05").status == 200)
            #expect(try await Web.get(currency.httpPort, path).int("data", "result") == 133_527)
            for host in [currency, loaded.ranking, loaded.ingestor] { try await host.stop() }
        }
    }
}
