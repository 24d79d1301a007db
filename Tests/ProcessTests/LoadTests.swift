import Foundation
import SharedTesting
import Testing

@Suite("The first load", .timeLimit(.minutes(10)), .serialized)
struct LoadTests {
    @Test("a single collection delivers everything, says what it did in one line, and ends")
    func single() async throws {
        let system = ProcessSystem()
        let currency = try await system.currency()
        let history = try await system.history()
        var environment = try system.ingestorEnvironment(currency: currency, history: history)
        environment["EXECUTION_MODE"] = "single"
        environment["DELIVERY_TIMEOUT_SECONDS"] = "300"
        let first = try RunningProcess("data-ingestor", environment: environment, in: system.folder())
        #expect(try await first.waitForEnd() == 0, "\(first.log)")
        let summary = first.output
        #expect(summary.split(separator: "\n").count == 1, "\(summary)")
        #expect(summary.contains("7126"), "\(summary)")
        let rates = try await get(currency.httpPort, "/api/v1/currencies/latest?symbols=USD,JPY,EUR")
        for golden in ["\"USD\":1335.266738", "\"JPY\":8.491347905", "\"EUR\":1491.76"] {
            #expect(rates.contains(golden), "\(rates)")
        }
        let days = try await get(history.httpPort, "/health")
        #expect(figure("days", in: days) == 7126, "\(days)")

        let again = try RunningProcess("data-ingestor", environment: environment, in: system.folder())
        // Nothing is left to take from the shipped files, and the one source that was asked did not answer.
        #expect(try await again.waitForEnd() == 1)
        #expect(again.output.split(separator: "\n").count == 1, "\(again.output)")
        #expect(try await currency.process.stop() == 0)
        #expect(try await history.process.stop() == 0)
    }

    @Test("a single collection from which every source failed says why and fails")
    func everySourceFailed() async throws {
        let system = ProcessSystem()
        var environment = try system.environment("INGESTOR")
        environment["EXECUTION_MODE"] = "single"
        environment["SEED_DATA"] = "none"
        environment["DELIVERY_TIMEOUT_SECONDS"] = "1"
        let process = try RunningProcess("data-ingestor", environment: environment, in: system.folder())
        #expect(try await process.waitForEnd() == 1)
        #expect((process.output + process.log).contains("ecb"), "\(process.output)")
    }

    @Test("killed again and again while it loads, it ends with the same rows as when it is left alone")
    func killed() async throws {
        let undisturbed = ProcessSystem()
        try await load(undisturbed, killing: [])
        let disturbed = ProcessSystem()
        try await load(disturbed, killing: [.history, .ingestor, .currency, .ingestor, .history])
        for store in ["currency", "history"] {
            let difference = try await disturbed.rows(store).difference(from: undisturbed.rows(store))
            #expect(difference == nil, "\(store)")
        }
        for table in ["accepted_sheet", "accepted_edition"] {
            let ours = try await disturbed.rows("ingestor").tables[table]
            #expect(try await undisturbed.rows("ingestor").tables[table] == ours, "\(table)")
            #expect(ours?.isEmpty == false)
        }
        #expect(try await undisturbed.rows("history").count("observation") == 221_702)
        #expect(try await undisturbed.rows("currency").count("price_edition") == 43)
    }

    private enum Victim {
        case currency
        case history
        case ingestor
    }

    /// Loads the shipped history into an empty system; each victim is killed and started again when history has
    /// gone on by a bit more.
    private func load(_ system: ProcessSystem, killing victims: [Victim]) async throws {
        var currency = try await system.currency()
        var history = try await system.history()
        var ingestor = try await system.ingestor(currency: currency, history: history)
        for (index, victim) in victims.enumerated() {
            let threshold = 1 + index * 1200
            try await eventually(within: .seconds(120), "history has \(threshold) days") {
                figure("days", in: try await get(history.httpPort, "/health")) ?? 0 >= threshold
            }
            let held = figure("days", in: try await get(history.httpPort, "/health")) ?? 0
            #expect(held < 7126, "the load was over before the kill")
            switch victim {
            case .currency:
                try await currency.process.crash()
                currency = try await system.currency(like: currency)
            case .history:
                try await history.process.crash()
                history = try await system.history(like: history)
            case .ingestor:
                try await ingestor.process.crash()
                ingestor = try await system.ingestor(currency: currency, history: history)
            }
        }
        try await eventually(within: .seconds(300), "everything is delivered") {
            let health = try await get(ingestor.httpPort, "/health")
            return health.contains("\"first_load\":\"done\"") && figure("pending_events", in: health) == 0
        }
        for service in [ingestor, history, currency] {
            #expect(try await service.process.stop() == 0, "\(service.process.log)")
        }
    }
}
