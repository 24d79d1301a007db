import SharedDomain

/// Days of a chart without rates: too many of them for a line across, or those of a break that the window begins or
/// ends in.
struct SilentStretch: Sendable, Equatable {
    /// From the day of the last rate before it, or the first day drawn, to that of the first rate after it, or the last
    /// day drawn.
    let days: ClosedRange<Int32>
    /// The currencies that were not quoted in all that time; none where each was quoted at some time, never together.
    let unquoted: [CurrencyCode]
}

extension ChartContent {
    /// The stretches without rates, from left to right.
    var silentStretches: [SilentStretch] {
        let ends = [days.lowerBound] + series.days + [days.upperBound]
        return zip(ends, ends.dropFirst()).filter { isSilent(after: $0, until: $1) }.map { start, end in
            let stretch = start...end
            let unquoted = breaks.filter { $0.covers(stretch) }.map(\.currency)
            return SilentStretch(days: stretch, unquoted: Set(unquoted).sorted())
        }
    }

    private func isSilent(after start: Int32, until end: Int32) -> Bool {
        if SeriesBreak.separates(start, end) { return true }
        guard start < end else { return false }
        // However few of the days of a break are in the window, they are of it.
        return breaks.contains { mark in
            start == days.lowerBound && mark.leavesOut(start) || end == days.upperBound && mark.leavesOut(end)
        }
    }
}

extension SeriesBreak {
    /// Whether the day is one without a quote: of a beginning any before it, of an end any after it.
    fileprivate func leavesOut(_ day: Int32) -> Bool {
        let isAfterLast = lastBefore.map { $0.number < day } ?? false
        let isBeforeFirst = firstAfter.map { day < $0.number } ?? false
        if kind == .gap { return isAfterLast && isBeforeFirst }
        return isBeginning ? isBeforeFirst : isAfterLast
    }

    /// Whether the currency was not quoted in all that time, but for a few days at the ends.
    fileprivate func covers(_ stretch: ClosedRange<Int32>) -> Bool {
        let isAfterLast = lastBefore.map { !Self.separates(stretch.lowerBound, $0.number) } ?? false
        let isBeforeFirst = firstAfter.map { !Self.separates($0.number, stretch.upperBound) } ?? false
        if kind == .gap { return isAfterLast && isBeforeFirst }
        return isBeginning ? isBeforeFirst : isAfterLast
    }
}
