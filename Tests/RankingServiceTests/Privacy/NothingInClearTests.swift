import Foundation
import SharedDatabase
import SharedTesting
import Testing

@testable import RankingService

struct NothingInClearTests {
    private static let secrets = [
        "alice-7f3b@example.org", "session-91c2-of-alice", "203.0.113.77", "Distinctive-Browser/9.9", "retry-key-55aa",
        "token=hunter2", "anchor-8d1e", "bob:letmein",
    ]

    @Test("no user, session, address, user agent, idempotency key or query is in the database's files")
    func scan() async throws {
        try await withTemporaryDirectory { directory in
            let store = try openRankingStore(in: directory)
            let desk = SelectionDesk(
                writer: SelectionWriter(ledger: store), key: try testKey(), zone: .gmt,
                time: HandMovedTime(at: Ranking.noon).source)
            let outcome = try await withRunning(desk.writer) { _ in
                try await desk.record(
                    SelectionRequest(
                        userID: "alice-7f3b@example.org", country: try country("JP"),
                        sessionID: "session-91c2-of-alice",
                        referrer: "https://bob:letmein@referrer.example/trips?token=hunter2#anchor-8d1e",
                        idempotencyKey: "retry-key-55aa", address: "203.0.113.77",
                        userAgent: "Distinctive-Browser/9.9"))
            }
            let id = try #require(outcome.recordedID)
            // While it is open, the selection is in the write-ahead log; afterwards in the database itself.
            try check(directory, contains: [id.description, "https://referrer.example/trips"])
            await store.store.close()
            try check(directory, contains: [id.description, "https://referrer.example/trips"])
        }
    }

    private func check(_ directory: TemporaryDirectory, contains kept: [String]) throws {
        var everything = Data()
        for name in try directory.names() {
            everything += try Data(contentsOf: URL(fileURLWithPath: directory.file(name)))
        }
        // Without these the scan would prove nothing.
        for text in kept { #expect(everything.range(of: Data(text.utf8)) != nil, "\(text) should be there") }
        for text in Self.secrets { #expect(everything.range(of: Data(text.utf8)) == nil, "\(text) is in clear") }
    }
}
