/// Lets so many calls be under way at once; others wait for their turn, first come first served. Who waits is bounded by
/// the number of sources, each of which makes one call after the other.
actor CallLimiter {
    private let mostAtOnce: Int
    private var underWay = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(mostAtOnce: Int) {
        self.mostAtOnce = mostAtOnce
    }

    /// Runs a call when its turn has come.
    func run<Value: Sendable>(_ call: @Sendable () async throws -> Value) async throws -> Value {
        await enter()
        defer { leave() }
        try Task.checkCancellation()
        return try await call()
    }

    private func enter() async {
        if underWay < mostAtOnce {
            underWay += 1
        } else {
            // The one who leaves hands its place over, so the count stays.
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty {
            underWay -= 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
