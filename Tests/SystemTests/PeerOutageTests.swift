import Foundation
import SharedConfig
import SharedTesting
import Testing

@Suite("A peer that is down", .timeLimit(.minutes(10)), .serialized)
struct PeerOutageTests {
    @Test("the ranking serves without rates, and has them as soon as currency is there")
    func rankingWithoutCurrency() async throws {
        try await withSystem { system in
            // The data is in, then currency goes away and with it the port it had.
            let loaded = try await LoadedSystem(system)
            let address = try loaded.currency.address
            try await loaded.currency.stop()
            try await loaded.ranking.stop()

            let ranking = try await system.ranking(currency: address)
            let selection = try await Web.post(
                ranking.httpPort, "/api/v1/rankings/selections", json: #"{"user_id":"u1","country_code":"JP"}"#)
            #expect(selection.status == 201)
            let without = try await Web.get(ranking.httpPort, "/api/v1/rankings?period=daily")
            #expect(without.status == 200)
            #expect(try without.objects("data", "ranking").first?["country_code"] as? String == "JP")
            #expect(!without.body.contains("8.491347905"))

            let currency = try await system.currency(rpcPort: loaded.currency.rpcPort)
            try await eventually(within: .seconds(60), "the ranking finds currency again") {
                let chart = try await Web.get(ranking.httpPort, "/api/v1/rankings?period=daily")
                return chart.status == 200 && chart.body.contains("8.491347905")
            }
            for host in [ranking, currency, loaded.history, loaded.ingestor] { try await host.stop() }
        }
    }

    @Test("subscribers that come after the data-ingestor get everything, each at its own time")
    func subscribersComeLater() async throws {
        try await withSystem { system in
            // Ports that were free a moment ago.
            let first = try await system.currency()
            let second = try await system.history()
            let addresses = (currency: try first.address, history: try second.address)
            try await first.stop()
            try await second.stop()

            let ingestor = try await system.ingestor(currency: addresses.currency, history: addresses.history)
            try await eventually(within: .seconds(120), "the shipped history is accepted") {
                let health = try await Web.get(ingestor.httpPort, "/health")
                return try health.string("data", "freshness", "first_load") == "done"
            }
            #expect(try await Web.get(ingestor.httpPort, "/health").int("data", "freshness", "pending_events") > 0)

            let currency = try await system.currency(rpcPort: addresses.currency.port)
            try await eventually(within: .seconds(120), "currency has today's rates though history is down") {
                try await Web.get(currency.httpPort, "/api/v1/currencies/latest?symbols=USD").body
                    .contains("1335.266738")
            }
            let history = try await system.history(rpcPort: addresses.history.port)
            try await eventually(within: .seconds(240), "history has every day") {
                try await Web.get(history.httpPort, "/health").int("data", "freshness", "days") == 7126
            }
            for host in [ingestor, currency, history] { try await host.stop() }
        }
    }
}
