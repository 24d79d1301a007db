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
    /// The last observation given: what is filled begins there.
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
    }

    /// The next point.
    mutating func next() -> SeriesPoint? {
        guard let stretch = ahead ?? stretches.next() else { return nil }
        if let filled = filled(before: stretch) {
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

    /// The point of the next day without an observation between the last one and a stretch; nil where there is none, and
    /// where the two are too far apart to fill what is between.
    private mutating func filled(before stretch: StretchReader.Stretch) -> SeriesPoint? {
        guard fill != .none, let observed, let shown, shown.day + 1 < stretch.firstDay,
            !SeriesBreak.separates(observed.day, stretch.firstDay)
        else { return nil }
        let day = shown.day + 1
        let rate: PointRate =
            fill == .forward
            ? .observed(observed.cross)
            : .between(
                InterpolatedCross(
                    earlier: observed.cross, later: stretch.close, part: day - observed.day,
                    whole: stretch.firstDay - observed.day))
        self.shown = (day, rate)
        return SeriesPoint(
            day: Day(number: day), start: nil, rate: rate, range: nil, volume: 0, before: .rate(shown.rate))
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
