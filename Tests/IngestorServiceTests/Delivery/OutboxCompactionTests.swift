import Logging
import SharedContracts
import SharedDomain
import SharedMessaging
import SharedTesting
import Testing

@testable import IngestorService

@Suite("Letting go of superseded events")
struct OutboxCompactionTests {
    @Test("what was superseded and read goes after its days, the newest of each key stays", .timeLimit(.minutes(1)))
    func retention() async throws {
        try await withRig(sources: []) { rig in
            try await rig.take(.ecb("2026-10-29", ("USD", "1.11")))
            try await rig.take(.ecb("2026-10-29", ("USD", "1.12")), .ecb("2026-10-30", ("USD", "1.1172")))
            try await rig.deliverAll(to: "history")
            let compaction = OutboxCompaction(
                outbox: rig.outbox, subscribers: ["history"], retentionDays: 30, time: rig.time.source,
                logger: rig.logs.logger)
            rig.time.advance(by: .seconds(30 * 86_400))
            try await compaction.compact()
            #expect(try await rig.events().map(\.sequence) == [1, 2, 3])
            rig.time.advance(by: .seconds(1))
            try await compaction.compact()
            #expect(try await rig.events().map(\.sequence) == [2, 3])
            #expect(rig.logs.messages(at: .error).isEmpty)
        }
    }

    @Test("what a subscriber has not read yet stays, however old")
    func unread() async throws {
        try await withRig(sources: []) { rig in
            try await rig.take(.ecb("2026-10-29", ("USD", "1.11")))
            try await rig.take(.ecb("2026-10-29", ("USD", "1.12")))
            rig.time.advance(by: .seconds(365 * 86_400))
            try await OutboxCompaction(
                outbox: rig.outbox, subscribers: ["history"], retentionDays: 30, time: rig.time.source,
                logger: rig.logs.logger
            ).compact()
            #expect(try await rig.events().count == 2)
        }
    }
}
