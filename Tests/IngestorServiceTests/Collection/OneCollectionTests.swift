import Logging
import SharedContracts
import SharedDomain
import SharedMessaging
import SharedTesting
import Testing

@testable import IngestorService

@Suite("One collection and its end")
struct OneCollectionTests {
    @Test("single says in one line what came of it, also when nothing did", .timeLimit(.minutes(1)))
    func single() async throws {
        try await withUpstream { upstream in
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                let said = Collected<String>()
                let counts = "duplicate 0, corrected 0, refused 0"
                try await rig.one(.single, said).run()
                #expect(said.all == ["ecb: accepted 1, \(counts); all delivered"])
                try await rig.one(.single, said).run()
                #expect(said.all.last == "ecb: accepted 0, duplicate 1, corrected 0, refused 0; all delivered")
            }
        }
    }

    @Test("cronjob says nothing when nothing happened", .timeLimit(.minutes(1)))
    func cronjob() async throws {
        try await withUpstream { upstream in
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                let said = Collected<String>()
                try await rig.one(.cronjob, said).run()
                #expect(said.all.count == 1)
                try await rig.one(.cronjob, said).run()
                #expect(said.all.count == 1)
            }
        }
    }

    @Test("when every source fails the reason is thrown, and the line said all the same", .timeLimit(.minutes(1)))
    func everySourceFailed() async throws {
        try await withRig(sources: [ECBSource.unreachable()]) { rig in
            let said = Collected<String>()
            await #expect {
                try await rig.one(.single, said).run()
            } throws: {
                "\($0)" == "every source failed: ecb: no connection to 127.0.0.1"
            }
            #expect(said.all.count == 1)
        }
    }

    @Test("at the deadline it says how many events are left for whom", .timeLimit(.minutes(1)))
    func deadline() async throws {
        try await withUpstream { upstream in
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                let said = Collected<String>()
                let relays = ["currency", "history"].map { rig.relay(to: $0) }
                async let run: Void = rig.one(.single, said, relays: relays).run()
                try await rig.time.waitForSleepers(1)
                rig.time.advance(by: .seconds(60))
                try await run
                #expect(
                    said.all == [
                        "ecb: accepted 1, duplicate 0, corrected 0, refused 0; "
                            + "1 left for currency, 1 left for history"
                    ])
            }
        }
    }

    @Test("a subscriber that was never reached is named although nothing waits for it", .timeLimit(.minutes(1)))
    func notReached() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/eurofxref-hist.xml", .xml(ECBFixture.document([])))
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                let said = Collected<String>()
                async let run: Void = rig.one(.cronjob, said, relays: [rig.relay(to: "history")]).run()
                try await rig.time.waitForSleepers(1)
                rig.time.advance(by: .seconds(60))
                try await run
                #expect(said.all.map { $0.hasSuffix("; history not reached") } == [true])
            }
        }
    }

    @Test("it waits until every subscriber has everything", .timeLimit(.minutes(1)))
    func delivered() async throws {
        try await withUpstream { upstream in
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                let said = Collected<String>()
                let relays = ["currency", "history"].map { rig.relay(to: $0, over: AcceptingTransport()) }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for relay in relays { group.addTask { try await relay.run() } }
                    try await rig.one(.single, said, relays: relays).run()
                    group.cancelAll()
                }
                #expect(said.all.allSatisfy { $0.hasSuffix("; all delivered") })
                #expect(said.all.count == 1)
            }
        }
    }

    @Test("stopped in the middle, it says that it is not done", .timeLimit(.minutes(1)))
    func stopped() async throws {
        try await withScriptableUpstream { upstream in
            let never = Gate()
            upstream.script("/eurofxref-hist.xml", .text("", trouble: .heldBack(never)))
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                let said = Collected<String>()
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await rig.one(.single, said).run() }
                    try await never.waitForArrivals(1)
                    group.cancelAll()
                    await #expect(throws: StoppedEarly.self) { try await group.next() }
                }
                #expect(said.all.isEmpty)
                #expect(rig.logs.messages(at: .warning).isEmpty)
            }
        }
    }

    private func withUpstream(_ body: (ScriptableUpstream) async throws -> Void) async throws {
        try await withScriptableUpstream { upstream in
            let day = ScriptedAnswer.xml(ECBFixture.daily("2026-10-30", ("USD", "1.1172")))
            upstream.script("/eurofxref-hist.xml", day)
            upstream.script("/eurofxref-daily.xml", day)
            try await body(upstream)
        }
    }
}

extension Rig {
    fileprivate func one(
        _ mode: ExecutionMode, _ said: Collected<String>, relays: [Relay] = []
    ) -> OneCollection {
        OneCollection(
            collector: collector, deliveries: DeliveryWatch(outbox: outbox, relays: relays, time: time.source),
            mode: mode, deliveryTimeout: .seconds(60),
            compaction: OutboxCompaction(
                outbox: outbox, subscribers: relays.map(\.subscriber), retentionDays: 30, time: time.source,
                logger: logs.logger
            ).job,
            say: { said.add($0) })
    }
}
