import Logging
import ServiceLifecycle
import SharedDomain
import SharedTesting
import Testing

@testable import IngestorService

@Suite("The scheduler")
struct CollectionSchedulerTests {
    @Test("the first run is at once, the others follow at the interval, one after the other", .timeLimit(.minutes(1)))
    func interval() async throws {
        try await withScheduler(interval: .seconds(300)) { rig, upstream in
            try await rig.time.waitForSleepers(1)
            #expect(upstream.requests.count == 1)
            rig.time.advance(by: .seconds(299))
            #expect(rig.time.sleeperCount == 1)
            rig.time.advance(by: .seconds(1))
            try await upstream.waitForRequests(2)
            try await rig.time.waitForSleepers(1)
            rig.time.advance(by: .seconds(300))
            try await upstream.waitForRequests(3)
        }
    }

    @Test("a run that takes longer than the interval delays the next, and never meets it", .timeLimit(.minutes(1)))
    func noOverlap() async throws {
        try await withScheduler(interval: .seconds(300)) { rig, upstream in
            try await rig.time.waitForSleepers(1)
            let gate = Gate()
            upstream.script("/eurofxref-daily.xml", .text("", trouble: .heldBack(gate)), .status(404))
            rig.time.advance(by: .seconds(300))
            try await gate.waitForArrivals(1)
            rig.time.advance(by: .seconds(900))
            #expect(upstream.requests.count == 2)
            gate.open()
            // Late already, it begins at once.
            try await upstream.waitForRequests(3)
        }
    }

    /// A scheduler over an ECB that has one day, stopped gracefully afterwards.
    private func withScheduler(
        interval: Duration, _ body: (Rig, ScriptableUpstream) async throws -> Void
    ) async throws {
        try await withScriptableUpstream { upstream in
            let day = ScriptedAnswer.xml(ECBFixture.daily("2026-10-30", ("USD", "1.1172")))
            upstream.script("/eurofxref-hist.xml", day)
            upstream.script("/eurofxref-daily.xml", day)
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                let scheduler = CollectionScheduler(
                    collector: rig.collector, interval: interval, time: rig.time.source, logger: rig.logs.logger)
                let group = ServiceGroup(services: [scheduler], logger: rig.logs.logger)
                try await withThrowingTaskGroup(of: Void.self) { tasks in
                    tasks.addTask { try await group.run() }
                    try await body(rig, upstream)
                    await group.triggerGracefulShutdown()
                    try await tasks.waitForAll()
                }
                #expect(rig.logs.messages(at: .error).isEmpty)
            }
        }
    }
}
