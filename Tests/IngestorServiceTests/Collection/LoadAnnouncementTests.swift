import SharedDomain
import SharedMessaging
import SharedTesting
import Testing

@testable import IngestorService

@Suite("What the log says while the shipped history is taken in", .timeLimit(.minutes(1)))
struct LoadAnnouncementTests {
    /// 600 days, which are taken in two transactions, and the editions of prices.
    private static func sources() throws -> [any Source] {
        let file = ShippedFile.text(ShortHistory.csv(days: 600, upTo: try .of("2026-10-30")))
        return [ECBSource.unreachable(shipped: file), BigMacSource(id: try .named("bigmac"))]
    }

    @Test("killed before its last transaction, it is under way again after the next start, and ends with that one")
    func killed() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("ingestor.sqlite")
        let sources = try Self.sources()
        let plan = FaultPlan(.producerBeforeCommit, occurrence: 2)
        await #expect(throws: Crash.self) {
            try await withRig(at: path, sources: sources, seed: .shipped, faults: plan.injector) { rig in
                try await rig.collector.announceLoads()
                // Before anything is recorded at all.
                let before = try await rig.outbox.heads()
                #expect(before == LogHeads([.sheets: 0, .prices: 0], isLoading: true))
                do {
                    _ = try await rig.collector.collect(.scheduler)
                } catch {
                    let left = try await rig.outbox.heads()
                    #expect(left == LogHeads([.sheets: 512, .prices: 0], isLoading: true))
                    throw error
                }
            }
        }
        try await withRig(at: path, sources: sources, seed: .shipped) { rig in
            try await rig.collector.announceLoads()
            let resumed = try await rig.outbox.heads()
            #expect(resumed.isLoading)
            _ = try await rig.collector.collect(.scheduler)
            let done = try await rig.outbox.heads()
            #expect(done == LogHeads([.sheets: 600, .prices: 643]))
        }
        try await withRig(at: path, sources: sources, seed: .shipped) { rig in
            try await rig.collector.announceLoads()
            let later = try await rig.outbox.heads()
            #expect(!later.isLoading)
        }
    }

    @Test("a file that cannot be read is not waited for, nor is one that nobody loads")
    func nothingToCome() async throws {
        let broken: [any Source] = [ECBSource.unreachable(shipped: .text("no such thing\n"))]
        try await withRig(sources: broken, seed: .shipped) { rig in
            try await rig.collector.announceLoads()
            let before = try await rig.outbox.heads()
            #expect(before.isLoading)
            _ = try await rig.collector.collect(.scheduler)
            let after = try await rig.outbox.heads()
            #expect(!after.isLoading)
        }
        try await withRig(sources: try Self.sources(), seed: .none) { rig in
            try await rig.collector.announceLoads()
            let heads = try await rig.outbox.heads()
            #expect(!heads.isLoading)
        }
    }
}
