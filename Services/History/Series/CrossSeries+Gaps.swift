extension CrossSeries {
    /// The change over the whole of a window, which has no points of the series outside it; nil where they don't cover it.
    func change(over window: ClosedRange<Int32>) -> WindowChange? {
        var coverage = WindowCoverage(of: window)
        for day in days { coverage.observe(day) }
        guard coverage.isWhole, let first = crosses.first, let last = crosses.last else { return nil }
        return WindowChange(first: first, last: last)
    }

    /// Whether the points that a pair has within a window cover it.
    static func isWhole(_ target: Leg, in base: Leg, over window: ClosedRange<Int32>) -> Bool {
        let these = target.days[target.places(from: window.lowerBound, to: window.upperBound)]
        let others = base.days[base.places(from: window.lowerBound, to: window.upperBound)]
        var (one, two) = (these.startIndex, others.startIndex)
        var coverage = WindowCoverage(of: window)
        while one < these.endIndex, two < others.endIndex {
            let (day, other) = (these[one], others[two])
            if day == other { coverage.observe(day) }
            if day <= other { one += 1 }
            if other <= day { two += 1 }
        }
        return coverage.isWhole
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
