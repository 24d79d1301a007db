import SharedDomain

/// What a chart shows.
struct ChartContent: Sendable {
    let question: SeriesQuestion
    let source: SourceID
    /// The newest day held of the source.
    let asOf: Day
    /// The moment of the past that it shows the knowledge of; nil of the present.
    let knownAt: Instant?
    /// The days from its left edge to its right one.
    let days: ClosedRange<Int32>
    let series: CrossSeries
    /// Those within `days`.
    let breaks: [SeriesBreak]
    let language: Language

    /// - Parameter oldest: the first day held of the source: before it a chart would only be empty.
    init(_ answer: SeriesAnswer, oldest: Int32, knownAt: Instant?, language: Language) {
        question = answer.question
        source = answer.source
        asOf = answer.asOf
        self.knownAt = knownAt
        series = answer.series
        self.language = language
        let first = answer.window.lowerBound == .min ? answer.series.days.first : nil
        let lower = first ?? max(answer.window.lowerBound, oldest)
        days = lower...max(lower, min(answer.window.upperBound, answer.asOf.number))
        breaks = answer.breaks
    }

    var words: ChartWords { ChartWords(language: language) }

    /// `USD/KRW`: the currency that is priced, and the money it is priced in.
    var pair: String { "\(question.target)/\(question.base)" }

    /// The last stretch without a gap: what the change is taken over. Empty without points.
    var lastRun: Range<Int> { series.unbrokenRuns.last ?? 0..<0 }

    /// Where the highest rate is, the first of several; nil without points.
    var placeOfHighest: Int? { series.rates.indices.max { series.rates[$0] < series.rates[$1] } }

    /// Where the lowest rate is, the first of several; nil without points.
    var placeOfLowest: Int? { series.rates.indices.min { series.rates[$0] < series.rates[$1] } }

    /// From the lowest rate to the highest; nil without points.
    var rates: ClosedRange<Double>? {
        guard let lowest = series.rates.min(), let highest = series.rates.max() else { return nil }
        return lowest...highest
    }

    func day(at place: Int) -> Day { Day(number: series.days[place]) }
}
