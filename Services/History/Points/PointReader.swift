import SharedDomain

/// Gives the points of a series one after another, ascending, as they are asked for: at an interval, and with the days
/// between filled or not. Nothing is made before it is asked for.
struct PointReader: Sequence, IteratorProtocol {
    private let interval: SeriesInterval
    private let fill: SeriesFill
    /// What it reads within.
    let frame: PointFrame
    private var breaks: PointBreaks
    /// The first observation of the first point's stretch, until that is given.
    private var opening: Int32?
    private var stretches: StretchReader
    private var ahead: StretchReader.Stretch?
    /// The last observation given, or the one before the window: what is filled begins there.
    private var observed: (day: Int32, cross: ExactCross)?
    /// The last point given, or what precedes the first.
    private var shown: (day: Int32, rate: PointRate)?

    init(_ bars: BarReader, _ interval: SeriesInterval, _ fill: SeriesFill, within frame: PointFrame) {
        self.interval = interval
        self.fill = fill
        self.frame = frame
        breaks = PointBreaks(frame.breaks)
        opening = frame.opening
        stretches = StretchReader(bars, interval)
        shown = frame.preceding.map { ($0.day, .observed($0.cross)) }
        observed = fill == .none ? nil : frame.preceding
    }

    /// The next point.
    mutating func next() -> SeriesPoint? {
        guard let stretch = ahead ?? stretches.next() else { return filledAtEnd() }
        if let filled = filled(before: (stretch.firstDay, stretch.close)) {
            ahead = stretch
            return filled
        }
        ahead = nil
        let rate = PointRate.observed(stretch.close)
        let point = SeriesPoint(
            day: stretch.day, start: stretch.start, rate: rate, range: interval == .daily ? nil : stretch.range,
            volume: stretch.count, before: before(opening ?? stretch.firstDay), isPartial: isPartial(stretch),
            atBreak: breaks.kind(upTo: stretch.lastDay, isLast: !stretches.hasMore))
        opening = nil
        observed = (stretch.lastDay, stretch.close)
        shown = (stretch.lastDay, rate)
        return point
    }

    /// The point of the next day of the window after its last observation, as far as that can be filled.
    private mutating func filledAtEnd() -> SeriesPoint? {
        guard fill != .none, let observed, let end = frame.end(after: observed.day) else { return nil }
        return filled(before: end)
    }

    /// The point of the next day of the window without an observation between the last one and the next; nil where there
    /// is none, and where the two are too far apart to fill what is between.
    ///
    /// - Parameter next: Without a rate it only ends what is filled.
    private mutating func filled(before next: (day: Int32, cross: ExactCross?)) -> SeriesPoint? {
        guard fill != .none, let observed, let shown, !SeriesBreak.separates(observed.day, next.day) else { return nil }
        let day = Swift.max(shown.day + 1, frame.window.lowerBound)
        guard day < next.day, day <= frame.window.upperBound, let rate = rate(on: day, from: observed, to: next) else {
            return nil
        }
        self.shown = (day, rate)
        return SeriesPoint(
            day: Day(number: day), start: nil, rate: rate, range: nil, volume: 0, before: .rate(shown.rate))
    }

    private func rate(
        on day: Int32, from observed: (day: Int32, cross: ExactCross), to next: (day: Int32, cross: ExactCross?)
    ) -> PointRate? {
        guard fill == .linear else { return .observed(observed.cross) }
        return next.cross.map { later in
            .between(
                InterpolatedCross(
                    earlier: observed.cross, later: later, part: day - observed.day, whole: next.day - observed.day))
        }
    }

    private func isPartial(_ stretch: StretchReader.Stretch) -> Bool? {
        switch interval {
        case .hourly, .daily: nil
        case .weekly, .monthly: frame.isPartial(stretch.day...interval.lastDay(from: stretch.day))
        }
    }

    private func before(_ day: Int32) -> SeriesPoint.Before {
        guard let shown else { return .nothing }
        return SeriesBreak.separates(shown.day, day) ? .gap : .rate(shown.rate)
    }
}
