import SharedDomain
import SharedMessaging

/// Knows how much is still to be delivered to whom.
struct DeliveryWatch: Sendable {
    /// What one subscriber still lacks.
    struct Backlog: Sendable, Hashable {
        let subscriber: String
        let pending: Int
        /// Whether it has said where it stands since this process began; before that, `pending` is what it said last.
        let isMet: Bool

        /// Whether it is known to have everything.
        var isDone: Bool { isMet && pending == 0 }
    }

    let outbox: Outbox
    let relays: [Relay]
    let time: TimeSource

    /// What each subscriber lacks now.
    func backlog() async throws -> [Backlog] {
        let progress = try await outbox.progress(of: relays.map(\.subscriber))
        return zip(progress, relays).map { progress, relay in
            Backlog(subscriber: progress.name, pending: progress.pending, isMet: relay.hasMetSubscriber)
        }
    }

    /// How many events were refused for good and wait for a person.
    func deadLetters() async throws -> Int {
        try await outbox.progress(of: relays.map(\.subscriber)).reduce(0) { $0 + $1.deadLetters }
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
        for (place, relay) in relays.enumerated() {
            let changes = relay.progressed.changes()
            if try await backlog()[place].isDone { continue }
            for await _ in changes {
                if try await backlog()[place].isDone { break }
            }
        }
    }
}
