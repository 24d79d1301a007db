import SharedDomain

/// Says at which points of a series its breaks are.
///
/// A gap, a beginning and a redenomination are at the first point after them. An end, and the redenomination of a
/// currency that a newer one took the place of, are at the last point of the series; so is the gap that a window ends in.
struct PointBreaks {
    /// Those that no point has been at yet, by day.
    private var pending: [SeriesBreak]

    init(_ breaks: [SeriesBreak]) {
        pending = breaks
    }

    /// The break at the next point; nil of none. Of several it is a gap, if one is among them, or else the first.
    ///
    /// - Parameter lastDay: The last day with an observation behind the point.
    mutating func kind(upTo lastDay: Int32, isLast: Bool) -> SeriesBreak.Kind? {
        guard !pending.isEmpty else { return nil }
        var passed: [SeriesBreak.Kind] = []
        pending.removeAll { one in
            guard let firstAfter = one.firstAfter, firstAfter.number <= lastDay else { return false }
            passed.append(one.kind)
            return true
        }
        if passed.contains(.gap) { return .gap }
        if let kind = passed.first { return kind }
        guard isLast else { return nil }
        return pending.map(\.kind).first { $0 != .began }
    }
}
