import SharedDomain
import SharedHTTP

/// The points of a chart in the figures that are shown: rates computed exactly and rounded once, averages of binary64
/// numbers.
struct ChartReply: Sendable {
    /// One stretch.
    struct Point: Sendable {
        let day: Day
        let open: ExactDecimal
        let high: ExactDecimal
        let low: ExactDecimal
        let close: ExactDecimal
        let simple20: ExactDecimal?
        let simple50: ExactDecimal?
        let exponential12: ExactDecimal?
        let exponential26: ExactDecimal?
        let observations: Int
    }

    let answer: SeriesAnswer
    let interval: ChartInterval
    let points: [Point]

    /// - Parameter digits: significant digits of every rate and average.
    /// - Throws: `INVALID_PARAMETER` for a rate that cannot be written with so many digits.
    init(_ answer: SeriesAnswer, _ chart: ChartPoints, significantDigits digits: Int) throws(ServiceError) {
        var points: [Point] = []
        points.reserveCapacity(chart.points.count)
        for point in chart.points { points.append(try Point(point, significantDigits: digits)) }
        self.answer = answer
        interval = chart.interval
        self.points = points
    }
}

extension ChartReply.Point {
    fileprivate init(_ point: ChartPoints.Point, significantDigits digits: Int) throws(ServiceError) {
        let stretch = point.stretch
        day = stretch.day
        open = try stretch.range.open.rate(significantDigits: digits)
        high = try stretch.range.high.rate(significantDigits: digits)
        low = try stretch.range.low.rate(significantDigits: digits)
        close = try stretch.close.rate(significantDigits: digits)
        simple20 = point.simple20.flatMap { ExactDecimal($0, significantDigits: digits) }
        simple50 = point.simple50.flatMap { ExactDecimal($0, significantDigits: digits) }
        exponential12 = point.exponential12.flatMap { ExactDecimal($0, significantDigits: digits) }
        exponential26 = point.exponential26.flatMap { ExactDecimal($0, significantDigits: digits) }
        observations = stretch.count
    }
}

extension ChartReply: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { data in
            data.member("base", answer.question.base)
            data.member("target", answer.question.target)
            data.member("period", answer.question.window.text)
            data.member("interval", interval.rawValue)
            data.member("source", answer.source.description)
            data.member("as_of", answer.asOf)
            data.member("data_points", points.count)
            data.array("results") { results in
                for point in points { results.element(point) }
            }
            data.array("breaks") { breaks in
                for item in answer.breaks { breaks.element(item) }
            }
        }
    }
}

extension ChartReply.Point: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { point in
            point.member("date", day)
            point.member("open", open)
            point.member("high", high)
            point.member("low", low)
            point.member("close", close)
            point.member("sma_20", simple20)
            point.member("sma_50", simple50)
            point.member("ema_12", exponential12)
            point.member("ema_26", exponential26)
            point.member("volume", observations)
        }
    }
}
