import SharedDomain

/// One point of a series as it is asked for, in exact numbers.
struct SeriesPoint: Sendable {
    /// What its change is taken against.
    enum Before: Sendable {
        /// Nothing precedes it in the store.
        case nothing
        /// A gap: what precedes it is too long ago to compare with.
        case gap
        /// The rate of the point before.
        case rate(PointRate)
    }

    /// What the rate did in the stretch, beside its close.
    struct Range: Sendable {
        var open: ExactCross
        var high: ExactCross
        var low: ExactCross
    }

    /// The day, or the first one of the stretch.
    let day: Day
    /// The beginning of the hour; nil of a longer stretch.
    let start: Instant?
    /// The rate; of a stretch the last one in it.
    let rate: PointRate
    /// Nil where a point is a day.
    let range: Range?
    /// The observations behind it; 0 of a point that fills a day without one.
    let volume: Int
    let before: Before
    /// Of a week or month whether it lies only in part within the window and the days held; nil of anything shorter.
    var isPartial: Bool?
    /// The break that it stands at: see `PointBreaks`.
    var atBreak: SeriesBreak.Kind?

    /// Names the point in its series, ascending: its day or, of an hour, its beginning in milliseconds and, within the
    /// milliseconds of that hour, its day. Two days may have publications in one hour.
    var position: Int64 {
        guard let start else { return Int64(day.number) }
        let daysAhead = Int64(day.number) - start.milliseconds / Self.dayMilliseconds
        return start.milliseconds + min(max(0, daysAhead + Self.hourMilliseconds / 2), Self.hourMilliseconds - 1)
    }

    private static let hourMilliseconds: Int64 = 3_600_000
    private static let dayMilliseconds: Int64 = 86_400_000

    /// Whether it was made up for a day without an observation.
    var isFilled: Bool { volume == 0 }
}

/// The rate of a point: observed, or between two that were.
enum PointRate: ExactRate {
    case observed(ExactCross)
    case between(InterpolatedCross)

    var quotient: Quotient? {
        switch self {
        case .observed(let cross): cross.quotient
        case .between(let cross): cross.quotient
        }
    }

    func ratio() throws(ServiceError) -> ExactRatio {
        switch self {
        case .observed(let cross): try cross.ratio()
        case .between(let cross): try cross.ratio()
        }
    }
}
