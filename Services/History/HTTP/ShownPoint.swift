import SharedDomain

/// A point in the figures that are shown: every one computed exactly and rounded here, once.
struct ShownPoint: Sendable {
    /// What the rate did in the stretch.
    struct Range: Sendable {
        let open: ExactDecimal
        let high: ExactDecimal
        let low: ExactDecimal
        let close: ExactDecimal
    }

    let day: Day
    /// The beginning of the hour; nil of a longer stretch.
    let start: Instant?
    let rate: ExactDecimal
    /// The rate less that of the point before; 0 where nothing precedes in the store, nil after a gap.
    let change: ExactDecimal?
    /// The same in percent of the point before.
    let changePercent: ExactDecimal?
    /// The observations behind it; 0 of a point that fills a day.
    let volume: Int
    /// Nil where a point is a day.
    let range: Range?
    /// Of a week or month whether it lies only in part within the window and the days held; nil of anything shorter.
    let isPartial: Bool?
    /// The break that it stands at: see `PointBreaks`.
    let atBreak: SeriesBreak.Kind?

    /// - Parameter digits: significant digits of every rate and change.
    /// - Throws: `INVALID_PARAMETER` for a rate that cannot be written with so many digits.
    init(_ point: SeriesPoint, significantDigits digits: Int) throws(ServiceError) {
        day = point.day
        start = point.start
        rate = try point.rate.rate(significantDigits: digits)
        volume = point.volume
        isPartial = point.isPartial
        atBreak = point.atBreak
        switch point.before {
        case .nothing: (change, changePercent) = (.zero, .zero)
        case .gap: (change, changePercent) = (nil, nil)
        case .rate(let before):
            change = try point.rate.change(since: before, significantDigits: digits)
            changePercent = try point.rate.changePercent(since: before, significantDigits: digits)
        }
        guard let held = point.range else {
            range = nil
            return
        }
        range = Range(
            open: try held.open.rate(significantDigits: digits), high: try held.high.rate(significantDigits: digits),
            low: try held.low.rate(significantDigits: digits), close: rate)
    }

    /// The day or, of an hour, the moment it begins at.
    var date: String { start?.description ?? day.description }

    /// Whether it was made up for a day without an observation.
    var isFilled: Bool { volume == 0 }
}
