import SharedDomain

/// The points of a chart: what the rate did in each stretch of a window, and the averages of the closes.
struct ChartPoints: Sendable {
    /// One stretch.
    struct Point: Sendable {
        let stretch: StretchReader.Stretch
        /// The simple mean of this close and those before it, 20 in all; nil of fewer since the last gap.
        let simple20: Double?
        /// The same of 50.
        let simple50: Double?
        /// The exponential average over 12 closes; nil of fewer since the last gap.
        let exponential12: Double?
        /// The same over 26.
        let exponential26: Double?
    }

    let interval: ChartInterval
    let points: [Point]

    /// The points of the window of an answer; the averages begin with everything that precedes it.
    init(_ answer: SeriesAnswer, _ interval: ChartInterval, in book: SourceBook) {
        let (question, window) = (answer.question, answer.window)
        func stretches(_ days: ClosedRange<Int32>) -> [StretchReader.Stretch] {
            var reader = StretchReader(
                BarReader(book, (target: question.target, base: question.base), hourly: false, days: days),
                interval.ofSeries)
            var stretches: [StretchReader.Stretch] = []
            while let stretch = reader.next() { stretches.append(stretch) }
            return stretches
        }
        let inside = stretches(window)
        var before = window.lowerBound > .min ? stretches(.min...window.lowerBound - 1) : []
        // A week or month that the window begins in is that of the window: both have the same close.
        if let last = before.last, let first = inside.first, last.day == first.day { before.removeLast() }
        self.interval = interval
        points = Self.points(before + inside).suffix(inside.count)
    }

    private static func points(_ stretches: [StretchReader.Stretch]) -> [Point] {
        runs(stretches).flatMap { run in
            let closes = stretches[run].map(\.close.approximate)
            let (short, long) = (MovingAverage.simple(closes, over: 20), MovingAverage.simple(closes, over: 50))
            let fast = MovingAverage.exponential(closes, over: 12)
            let slow = MovingAverage.exponential(closes, over: 26)
            return run.enumerated().map { place, index in
                Point(
                    stretch: stretches[index], simple20: short[place], simple50: long[place],
                    exponential12: fast[place], exponential26: slow[place])
            }
        }
    }

    /// The stretches that follow one another without a gap, as places.
    private static func runs(_ stretches: [StretchReader.Stretch]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        for place in stretches.indices.dropFirst()
        where SeriesBreak.separates(stretches[place - 1].lastDay, stretches[place].firstDay) {
            runs.append(start..<place)
            start = place
        }
        return stretches.isEmpty ? [] : runs + [start..<stretches.count]
    }
}
