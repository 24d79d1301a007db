import Foundation
import SharedDomain
import SharedTesting
import Testing

@Suite("The four services together", .timeLimit(.minutes(10)), .serialized)
struct MainJobTests {
    /// Figures from the ECB's file, by hand: 1491.76 / 1.1172, 1491.76 / 175.68, 1491.76, half up to 10 digits.
    static let latest = [("USD", "1335.266738"), ("JPY", "8.491347905"), ("EUR", "1491.76")]

    @Test("the shipped history comes in, and each service answers with it")
    func mainJob() async throws {
        try await withSystem { system in
            let running = try await LoadedSystem(system)
            try await latestRates(running)
            try await series(running)
            try await selectionAndChart(running)
            try await healthOfAll(running)
            try await wrongRequests(running)
            try await aSecondDelivery(running, system)
            try await running.stop()
        }
    }

    private func latestRates(_ running: LoadedSystem) async throws {
        let answer = try await Web.get(running.currency.httpPort, "/api/v1/currencies/latest?symbols=USD,JPY,EUR")
        #expect(answer.status == 200)
        for (symbol, rate) in Self.latest {
            // In the text, because a JSON number that was read is a Double.
            #expect(answer.body.contains("\"\(symbol)\":\(rate)"), "\(answer.body)")
        }
        #expect(try answer.string("data", "base") == "KRW")
        #expect(try answer.string("data", "observed_on") == "2026-10-30")
        let all = try await Web.get(running.currency.httpPort, "/api/v1/currencies/latest")
        // The day's 29 quotes against the euro, the euro itself, and the won.
        #expect(try all.memberCount("data", "rates") == Self.heldOnTheLastDay)
    }

    private func series(_ running: LoadedSystem) async throws {
        let month = try await Web.get(running.history.httpPort, "/api/v1/history?target=USD&period=1m")
        #expect(try month.string("data", "as_of") == "2026-10-30")
        let points = try month.objects("data", "results")
        #expect(points.first?["date"] as? String == "2026-09-30")
        #expect(points.last?["date"] as? String == "2026-10-30")
        #expect(try month.int("data", "statistics", "data_points") == points.count)

        let everything = try await Web.get(running.history.httpPort, "/api/v1/history?target=USD&period=max")
        #expect(try everything.int("data", "data_points") == 7126)
        let first = try #require(try everything.objects("data", "results").first)
        #expect(first["date"] as? String == "1999-01-04")
    }

    private func selectionAndChart(_ running: LoadedSystem) async throws {
        let selection = try await Web.post(
            running.ranking.httpPort, "/api/v1/rankings/selections", json: #"{"user_id":"u1","country_code":"JP"}"#)
        #expect(selection.status == 201)
        #expect(try !selection.string("data", "selection_id").isEmpty)
        let chart = try await Web.get(running.ranking.httpPort, "/api/v1/rankings?period=daily")
        let japan = try #require(try chart.objects("data", "ranking").first)
        #expect(japan["country_code"] as? String == "JP")
        #expect(japan["currency_code"] as? String == "JPY")
        #expect(japan["rank"] as? Int == 1)
        #expect(chart.body.contains(":8.491347905"), "\(chart.body)")
    }

    private func healthOfAll(_ running: LoadedSystem) async throws {
        for host in [running.currency, running.history, running.ranking, running.ingestor] {
            #expect(try await Web.get(host.httpPort, "/health/live").status == 200)
            #expect(try await Web.get(host.httpPort, "/health/ready").status == 200)
            let health = try await Web.get(host.httpPort, "/health")
            #expect(health.status == 200)
            #expect(try health.string("data", "dependencies", "database") == "healthy")
        }
        let history = try await Web.get(running.history.httpPort, "/health")
        #expect(try history.int("data", "freshness", "days") == 7126)
    }

    private func wrongRequests(_ running: LoadedSystem) async throws {
        for (port, path, status, code) in [
            (running.currency.httpPort, "/api/v1/currencies/latest?symbols=USDX", 400, "INVALID_CURRENCY_CODE"),
            (running.currency.httpPort, "/api/v1/currencies/latest?symbol=USD", 400, "INVALID_PARAMETER"),
            (running.history.httpPort, "/api/v1/history?period=1m", 400, "MISSING_PARAMETER"),
            (running.history.httpPort, "/api/v1/history?target=USD&period=1d", 400, "INVALID_PERIOD"),
            (running.ranking.httpPort, "/api/v1/rankings", 400, "MISSING_PARAMETER"),
            (running.ingestor.httpPort, "/nothing", 404, "NOT_FOUND"),
        ] {
            let answer = try await Web.get(port, path)
            #expect(answer.status == status, "\(path)")
            #expect(try answer.string("error", "code") == code, "\(path)")
        }
    }

    /// The ingestor loses its store: it sends everything again under a new log, and nothing changes.
    private func aSecondDelivery(_ running: LoadedSystem, _ system: TestSystem) async throws {
        let before = try await rows(system)
        try await running.ingestor.stop()
        for name in try system.directory.names() where name.hasPrefix("ingestor.") {
            try FileManager.default.removeItem(atPath: system.directory.file(name))
        }
        let again = try await system.ingestor(currency: running.currency.address, history: running.history.address)
        try await eventually(within: .seconds(240), "everything is delivered again") {
            let health = try await Web.get(again.httpPort, "/health")
            return try health.string("data", "freshness", "first_load") == "done"
                && health.int("data", "freshness", "pending_events") == 0
        }
        try await again.stop()
        for (ours, theirs) in zip(try await rows(system), before) {
            #expect(ours.difference(from: theirs) == nil)
        }
        #expect(before.last?.count("observation") == Self.figures)
    }

    /// What currency and history hold.
    private func rows(_ system: TestSystem) async throws -> [StoreRows] {
        [
            try await StoreRows(ofStoreAt: system.directory.file("currency.sqlite")),
            try await StoreRows(ofStoreAt: system.directory.file("history.sqlite")),
        ]
    }

    /// Figures in the ECB's file: every cell that is a number.
    static let figures = 221_702

    /// Currencies with a figure on 2026-10-30 in the ECB's file, and the euro.
    static let heldOnTheLastDay = 30
}
