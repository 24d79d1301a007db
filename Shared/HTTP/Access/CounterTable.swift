import SharedDomain

/// The counters of one window for many clients, side by side in one array.
struct CounterTable {
    private let window: RateWindow
    private var counts: [UInt32] = []
    /// The last step that each client was counted in.
    private var newest: [Int64] = []

    init(_ window: RateWindow) {
        self.window = window
    }

    mutating func grow() {
        counts += repeatElement(0, count: RateWindow.counters)
        newest.append(.min)
    }

    /// How many requests count now.
    ///
    /// A clock that went back by more than a step is followed: what was counted last counts as made now, so nobody
    /// waits for a time that was never to come, and nobody gains. Within a step it is not: two threads may see the
    /// same clock in either order.
    mutating func used(_ slot: Int, at now: Int64) -> Int {
        let step = window.step(at: now)
        let last = newest[slot]
        if last == .min {
            newest[slot] = step
        } else if step > last {
            forget(slot, from: last, to: step)
        } else if step < last - 1 {
            shift(slot, from: last, to: step)
        }
        return counts[range(slot)].reduce(0) { $0 + Int($1) }
    }

    mutating func count(_ slot: Int) {
        counts[slot * RateWindow.counters + RateWindow.place(newest[slot])] += 1
    }

    func decision(_ slot: Int, _ isAllowed: Bool, limit: Int, at now: Int64) -> RateDecision {
        let counters = counts[range(slot)]
        let used = counters.reduce(0) { $0 + Int($1) }
        let grows = window.growsAt(counters, newest: newest[slot], used: used, limit: limit)
        let wait = max(1, (grows - now + 999) / 1000)
        return RateDecision(
            isAllowed: isAllowed, limit: limit, remaining: max(0, limit - used),
            resetsAt: Instant(milliseconds: grows), windowSeconds: window.seconds, retryAfterSeconds: Int(wait))
    }

    private func range(_ slot: Int) -> Range<Int> {
        slot * RateWindow.counters..<(slot + 1) * RateWindow.counters
    }

    private mutating func forget(_ slot: Int, from last: Int64, to step: Int64) {
        let first = slot * RateWindow.counters
        let gone = min(step - last, Int64(RateWindow.counters))
        for passed in 0..<gone { counts[first + RateWindow.place(step - passed)] = 0 }
        newest[slot] = step
    }

    private mutating func shift(_ slot: Int, from last: Int64, to step: Int64) {
        let first = slot * RateWindow.counters
        let former = Array(counts[range(slot)])
        for back in 0..<Int64(RateWindow.counters) {
            counts[first + RateWindow.place(step - back)] = former[RateWindow.place(last - back)]
        }
        newest[slot] = step
    }
}
