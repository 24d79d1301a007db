import SharedDomain

/// A forecast and what it is of.
struct ForecastAnswer: Sendable {
    let question: SeriesQuestion
    /// Who published the rates, and is going to.
    let source: SourceID
    /// The day of the last rate: the forecast begins after it.
    let asOf: Day
    let lastRate: ExactCross
    /// The publication days that are forecast.
    let days: [Day]
    let forecast: Forecast
    /// The days of the first and the last origin of the walk through the past.
    let origins: ClosedRange<Day>

    /// - Parameter count: how many publication days to look ahead, 1 to `WalkForward.longestHorizon`.
    /// - Throws: as `SeriesReader.series`; `NOT_FOUND` for a pair that is not on its source's newest sheet, and for
    ///   one with too short an unbroken past.
    init(
        _ question: SeriesQuestion, days count: Int, in book: RateBook, _ reader: SeriesReader
    ) throws(ServiceError) {
        let answer = try reader.series(question, in: book)
        let series = answer.series
        guard let last = series.days.last, let lastRate = series.crosses.last, last == answer.asOf.number else {
            throw Self.ended(answer)
        }
        let run = series.unbrokenRuns.last ?? 0..<0
        guard let forecast = Forecast(of: series.rates[run], days: count) else {
            throw Self.tooShort(answer, from: Day(number: series.days[run.lowerBound]), count: run.count)
        }
        self.question = question
        source = answer.source
        asOf = answer.asOf
        self.lastRate = lastRate
        days = PublicationCalendar.calendar(of: answer.source).publicationDays(after: answer.asOf, count: count)
        self.forecast = forecast
        origins = Day(number: series.days[forecast.origins.first])...Day(number: series.days[forecast.origins.last])
    }

    /// A pair that is no longer quoted has no future to be forecast.
    private static func ended(_ answer: SeriesAnswer) -> ServiceError {
        let (target, base) = (answer.question.target, answer.question.base)
        guard let last = answer.series.days.last.map(Day.init(number:)) else {
            return .notFound(
                "No day has a quote of both \(target) and \(base).",
                details: ["parameter": "code", "provided": "\(target)"])
        }
        return .notFound(
            "There is no forecast of \(target) in \(base): the last day that has both is \(last), and the newest of "
                + "\(answer.source) is \(answer.asOf). What is no longer quoted is not forecast.",
            details: [
                "parameter": "code", "provided": "\(target)", "expected": "a pair that is quoted on \(answer.asOf)",
            ])
    }

    private static func tooShort(_ answer: SeriesAnswer, from first: Day, count: Int) -> ServiceError {
        let (target, base) = (answer.question.target, answer.question.base)
        return .notFound(
            "There is no forecast of \(target) in \(base): it takes \(WalkForward.fewestPoints) observations without a "
                + "gap of more than \(SeriesBreak.longestSilence) days to measure its error, and there are \(count), "
                + "from \(first) on.",
            details: [
                "parameter": "code", "provided": "\(target)", "observations": "\(count)",
                "expected": "a pair with \(WalkForward.fewestPoints) observations",
            ])
    }
}

extension PublicationCalendar {
    /// The next days that the source publishes on, after one.
    func publicationDays(after day: Day, count: Int) -> [Day] {
        // No source rests on most of the days of a quarter.
        let later = (1...(count * 3 + 90)).lazy.map { day.adding(days: $0) }
        return Array(later.filter(isPublicationDay).prefix(count))
    }
}
