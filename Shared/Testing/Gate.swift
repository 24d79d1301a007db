/// Holds tasks back until the test opens it; open for good from then on. Keeps an answer, a write or a reader at a known
/// point, with no waiting by the clock.
package final class Gate: Sendable {
    private let isOpen = Watched(false)
    private let arrivals = Watched(0)

    /// A closed gate.
    package init() {}

    /// Lets everyone through, now and later.
    package func open() {
        isOpen.change { $0 = true }
    }

    /// Waits until the gate is open.
    ///
    /// - Throws: `CancellationError` when the task is cancelled first.
    package func wait() async throws {
        arrivals.change { $0 += 1 }
        try await isOpen.wait { $0 }
    }

    /// Waits until so many tasks in all have come to the gate.
    ///
    /// - Throws: `CancellationError`. Give the test a time limit: tasks that never come are waited for for ever.
    package func waitForArrivals(_ count: Int) async throws {
        try await arrivals.wait { $0 >= count }
    }
}
