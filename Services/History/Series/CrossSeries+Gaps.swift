import SharedDomain

extension CrossSeries {
    /// The first and the last rate, which a change over the whole is taken between; nil of no points, and where a gap lies
    /// between the two.
    var ends: (first: ExactCross, last: ExactCross)? {
        guard unbrokenRuns.count == 1, let first = crosses.first, let last = crosses.last else { return nil }
        return (first, last)
    }

    /// What the last rate is above the first; nil where there are no `ends`.
    ///
    /// - Throws: `INVALID_PARAMETER` for a change that cannot be written with so many digits.
    func change(significantDigits digits: Int) throws(ServiceError) -> ExactDecimal? {
        guard let ends else { return nil }
        return try ends.last.change(since: ends.first, significantDigits: digits)
    }

    /// The same in percent of the first; nil where there are no `ends`.
    ///
    /// - Throws: `INVALID_PARAMETER` for a change that cannot be written with so many digits.
    func changePercent(significantDigits digits: Int) throws(ServiceError) -> ExactDecimal? {
        guard let ends else { return nil }
        return try ends.last.changePercent(since: ends.first, significantDigits: digits)
    }

    /// Whether the points of a pair follow one another over the days of a window without a gap.
    static func isUnbroken(_ target: Leg, in base: Leg, days window: ClosedRange<Int32>) -> Bool {
        let these = target.days[target.places(from: window.lowerBound, to: window.upperBound)]
        let others = base.days[base.places(from: window.lowerBound, to: window.upperBound)]
        var (one, two) = (these.startIndex, others.startIndex)
        var last: Int32?
        while one < these.endIndex, two < others.endIndex {
            let (day, other) = (these[one], others[two])
            if day == other {
                if let last, SeriesBreak.separates(last, day) { return false }
                last = day
            }
            if day <= other { one += 1 }
            if other <= day { two += 1 }
        }
        return true
    }

    /// The stretches without a gap, as places: changes are taken within them, never from one to the next.
    var unbrokenRuns: [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        for place in 1..<max(1, count) where SeriesBreak.separates(days[place - 1], days[place]) {
            runs.append(start..<place)
            start = place
        }
        return count == 0 ? [] : runs + [start..<count]
    }
}
