import SharedDomain

/// The rate of a pair at one publication of a day.
struct CrossTick: Sendable {
    let publishedAt: Instant
    let cross: ExactCross
    /// The same as binary64.
    let rate: Double

    init(publishedAt: Instant, target: Figure, base: Figure) {
        self.publishedAt = publishedAt
        cross = ExactCross(target: target, base: base)
        rate = base.unitsPerPivot / target.unitsPerPivot
    }

    /// Whether this rate is the greater of the two, exactly.
    func isAbove(_ other: CrossTick) -> Bool {
        // Far enough apart for binary64 to tell: each rate is within a few units of its last place.
        if abs(rate - other.rate) > 1e-12 * max(rate, other.rate) { return rate > other.rate }
        guard let one = cross.exactRate, let two = other.cross.exactRate else { return rate > other.rate }
        return one > two
    }
}

extension ExactCross {
    /// The rate as a fraction; nil for digits that no quote has.
    fileprivate var exactRate: ExactRatio? {
        guard let value = target.exactValue, let money = base.exactValue else { return nil }
        return value / money
    }
}

extension CrossBar {
    /// The bar of the rates of one stretch of time in the order they were published; nil of none.
    init?(of ticks: some Collection<CrossTick>, start: Instant, day: Int32) {
        guard let first = ticks.first else { return nil }
        var (high, low, close, sum) = (first, first, first, 0.0)
        for tick in ticks {
            if tick.isAbove(high) { high = tick }
            if low.isAbove(tick) { low = tick }
            close = tick
            sum += tick.rate
        }
        self.init(
            start: start, day: Day(number: day), open: first.cross, high: high.cross, low: low.cross,
            close: close.cross, average: sum / Double(ticks.count), count: ticks.count)
    }
}
