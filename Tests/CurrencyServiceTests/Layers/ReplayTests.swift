import GRPCCore
import SharedContracts
import SharedDomain
import SharedMessaging
import SharedRPC
import SharedTelemetry
import SharedTesting
import Testing

@testable import CurrencyService

/// The sheets end on 2026-10-30, three weeks before the clock: nothing was published to this service since, or nothing
/// of it has come in yet. Which of the two it is, the log says and not the clock.
@Suite("Past days by what the log of events says", .timeLimit(.minutes(2)))
struct ReplayTests {
    private let ecb = RatePreferences(sources: [.ecb])
    private let path = "/api/v1/currencies/convert?numbers=string&"

    private func late(_ bench: Bench) throws {
        bench.time.advance(to: try #require(Instant("2026-11-21T12:00:00Z")))
    }

    // The ECB's file: 1491.76 won and 1.1172 dollars for a euro on 2026-10-30.
    private func expectEverythingKnown(_ bench: Bench) async throws {
        let none = try await bench.ask(path + "from=SSP&to=XCG&amount=1&date=2026-10-25")
        #expect(none.status == 404, "\(none.text)")
        #expect(try none.code == "NOT_FOUND")
        for (date, observed, isStale) in [
            ("2026-10-25", "2026-10-23", false), ("2026-10-30", "2026-10-30", false),
            ("2026-11-01", "2026-10-30", false), ("2026-11-05", "2026-10-30", true),
        ] {
            let answer = try await bench.ask(path + "from=USD&to=KRW&amount=1&date=\(date)")
            #expect(answer.status == 200, "\(answer.text)")
            let data = try answer.member("data")
            #expect(data["observed_on"] as? String == observed)
            if observed == "2026-10-30" { #expect(data["rate"] as? String == "1335.266738") }
            #expect((data["evidence"] as? [String: Any])?["stale"] as? Bool == isStale, "\(date)")
        }
        let later = try await bench.ask(path + "from=USD&to=KRW&amount=1&date=2026-11-20")
        #expect(later.status == 404)
    }

    @Test("with everything applied that was ever published, all is known with no network, after a start too")
    func offline() async throws {
        let sheets = try ECBFile.sheets(from: "2026-08-01")
        try await withHistory([]) { server, archive in
            server.takeAway()
            try await withBench(preferences: ecb, history: archive) { bench in
                try await bench.receive(sheets, head: UInt64(sheets.count))
                try late(bench)
                try await expectEverythingKnown(bench)
                _ = bench.holdings.drop()
                try await expectEverythingKnown(bench)
                let started = try await Bench(bench.store, preferences: ecb, history: archive, time: bench.time)
                try await expectEverythingKnown(started)
            }
        }
    }

    @Test("with one event still to come, what is lacking is not known, and every day that is held is")
    func replaying() async throws {
        let sheets = try ECBFile.sheets(from: "2026-08-01")
        try await withBench(preferences: ecb) { bench in
            try await bench.receive(Array(sheets.dropLast()), head: UInt64(sheets.count))
            try late(bench)
            for restarted in [bench, try await Bench(bench.store, preferences: ecb, time: bench.time)] {
                for date in ["2026-10-25", "2026-10-30", "2026-11-05"] {
                    let answer = try await restarted.ask(path + "from=USD&to=KRW&amount=1&date=\(date)")
                    #expect(answer.status == 503, "\(date): \(answer.text)")
                }
                let none = try await restarted.ask(path + "from=SSP&to=XCG&amount=1&date=2026-10-29")
                #expect(none.status == 503)
                for date in ["2026-10-29", "2026-09-25"] {
                    let held = try await restarted.ask(path + "from=USD&to=KRW&amount=1&date=\(date)")
                    #expect(held.status == 200, "\(date): \(held.text)")
                    let data = try held.member("data")
                    #expect(data["observed_on"] as? String == date)
                }
            }
            try await bench.receive([#require(sheets.last)], head: UInt64(sheets.count))
            try await expectEverythingKnown(bench)
        }
    }

    @Test("what a lost log may have held is not known until history has given it")
    func replacedLog() async throws {
        let sheets = try ECBFile.sheets(from: "2026-08-01")
        try await withHistory(sheets) { server, archive in
            try await withBench(preferences: ecb, history: archive) { bench in
                try await bench.receive(Array(sheets.dropLast(5)), head: 99)
                bench.beginNewLog()
                try await bench.receive(Array(sheets.suffix(2)), head: 2)
                try late(bench)
                server.takeAway()
                let gap = path + "from=USD&to=KRW&amount=1&date=2026-10-28"
                #expect(try await bench.ask(gap).status == 503)
                server.takeAway(false)
                bench.time.advance(by: .seconds(3))
                let hydration = Hydration(
                    from: archive, into: bench.store, holdings: bench.holdings, completeness: bench.completeness,
                    time: bench.time.source, logger: bench.logs.logger, metrics: bench.metrics)
                try await hydration.attempt()
                server.takeAway()
                let found = try await bench.ask(gap).member("data")
                #expect(found["observed_on"] as? String == "2026-10-28")
                try await expectEverythingKnown(bench)
            }
        }
    }

    @Test("memory that history filled in the store's place claims nothing that it lacks")
    func fromHistory() async throws {
        let sheets = try ECBFile.sheets(from: "2026-08-01")
        try await withHistory(sheets) { server, archive in
            try await withBench(preferences: ecb, history: archive) { bench in
                try await bench.receive(sheets, head: UInt64(sheets.count))
                bench.ownStore.takeAway()
                _ = bench.holdings.drop()
                _ = try await bench.answer()
                #expect(bench.holdings.inMemory?.origin == .history)
                try late(bench)
                try await expectEverythingKnown(bench)
                server.takeAway()
                #expect(try await bench.ask(path + "from=USD&to=KRW&amount=1&date=2026-11-01").status == 503)
                #expect(try await bench.ask(path + "from=USD&to=KRW&amount=1&date=2026-10-30").status == 200)
            }
        }
    }

    @Test("where the log ends is told over gRPC, with the position and with every batch")
    func overRPC() async throws {
        try await withBench(preferences: ecb) { bench in
            let server = RPCServer(
                settings: RPCServer.Settings(host: "127.0.0.1", port: 0, portSetting: "TEST_GRPC_PORT"),
                services: [EventSinkService(inbox: bench.inbox)], health: HealthRegistry(),
                logger: RecordedLogs().logger)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run() }
                let peer = try RPCPeer(
                    name: "currency", host: "127.0.0.1", port: await server.boundPort,
                    methods: GRPCEventTransport.methods)
                group.addTask { try await peer.client.runConnections() }
                let transport = GRPCEventTransport(peer: peer)
                let whole = TestLog.only(try ECBFile.sheets(from: "2026-10-28"))
                _ = try await transport.deliver(
                    EventBatch(producer: "ingestor", logID: whole.logID, events: Array(whole.events.prefix(1))))
                #expect(bench.completeness.isComplete)
                _ = try await transport.positions(producer: "ingestor", logID: whole.logID, heads: [.sheets: 2])
                #expect(!bench.completeness.isComplete)
                _ = try await transport.deliver(
                    EventBatch(
                        producer: "ingestor", logID: whole.logID, events: Array(whole.events[1..<2]),
                        heads: [.sheets: 3]))
                #expect(!bench.completeness.isComplete)
                _ = try await transport.deliver(
                    EventBatch(
                        producer: "ingestor", logID: whole.logID, events: Array(whole.events[2..<3]),
                        heads: [.sheets: 3]))
                #expect(bench.completeness.isComplete)
                group.cancelAll()
            }
        }
    }
}
