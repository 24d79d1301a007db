import SharedDomain

/// Puts the bars of hours or days together into those of the interval that is asked for.
struct StretchReader: IteratorProtocol {
    /// One stretch of the interval that has observations.
    struct Stretch {
        /// The first day of the stretch, whether it has observations or not.
        let day: Day
        /// The beginning of an hour; nil of a longer stretch.
        let start: Instant?
        /// The first day with an observation.
        let firstDay: Int32
        /// The last one.
        var lastDay: Int32
        var range: SeriesPoint.Range
        var close: ExactCross
        var count: Int
    }

    private let interval: SeriesInterval
    private var bars: BarReader
    private var ahead: Stretch?

    /// Whether the stretch that was given last is followed by another.
    var hasMore: Bool { ahead != nil }

    init(_ bars: BarReader, _ interval: SeriesInterval) {
        self.bars = bars
        self.interval = interval
    }

    /// The next stretch, ascending.
    mutating func next() -> Stretch? {
        while let bar = bars.next() {
            let one = Stretch(bar, interval)
            guard let held = ahead else {
                ahead = one
                continue
            }
            guard held.start == one.start, held.day == one.day else {
                ahead = one
                return held
            }
            ahead = held.adding(one)
        }
        defer { ahead = nil }
        return ahead
    }
}

extension StretchReader.Stretch {
    fileprivate init(_ bar: CrossBar, _ interval: SeriesInterval) {
        self.init(
            day: interval.firstDay(of: bar.day), start: interval == .hourly ? bar.start : nil,
            firstDay: bar.day.number, lastDay: bar.day.number,
            range: SeriesPoint.Range(open: bar.open, high: bar.high, low: bar.low), close: bar.close,
            count: bar.count)
    }

    /// The two together, the other being the later one.
    fileprivate func adding(_ later: StretchReader.Stretch) -> StretchReader.Stretch {
        var sum = self
        sum.lastDay = later.lastDay
        if later.range.high.approximate > range.high.approximate { sum.range.high = later.range.high }
        if later.range.low.approximate < range.low.approximate { sum.range.low = later.range.low }
        sum.close = later.close
        sum.count += later.count
        return sum
    }
}
