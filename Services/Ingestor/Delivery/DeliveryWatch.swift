import SharedDomain
import SharedMessaging

/// Knows how much is still to be delivered to whom.
struct DeliveryWatch: Sendable {
    /// What one subscriber still lacks.
    struct Backlog: Sendable, Hashable {
        let subscriber: String
        let pending: Int
    }

    let outbox: Outbox
    let relays: [Relay]
    let time: TimeSource

    /// What each subscriber lacks now.
    func backlog() async throws -> [Backlog] {
        let progress = try await outbox.progress(of: relays.map(\.subscriber))
        return progress.map { Backlog(subscriber: $0.name, pending: $0.pending) }
    }

    /// Waits until no subscriber lacks anything, or the time is up.
    /// - Returns: what each subscriber lacks then.
    func wait(atMost limit: Duration) async throws -> [Backlog] {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await waitForAll() }
            group.addTask { try await time.sleep(limit) }
            try await group.next()
            group.cancelAll()
        }
        return try await backlog()
    }

    private func waitForAll() async throws {
        // All have to come to nothing, so it does not matter whose turn is first.
        for relay in relays {
            let changes = relay.progressed.changes()
            if try await pending(of: relay) == 0 { continue }
            for await _ in changes {
                if try await pending(of: relay) == 0 { break }
            }
        }
    }

    private func pending(of relay: Relay) async throws -> Int {
        try await outbox.progress(of: [relay.subscriber]).first?.pending ?? 0
    }
}
