import SharedDomain

/// What a chart shows.
struct ChartContent: Sendable {
    let question: SeriesQuestion
    let source: SourceID
    /// The newest day held of the source.
    let newest: Day
    /// The day that the figures are as of: the last one of a window that is closed, otherwise the newest day held.
    let asOf: Day
    /// The moment of the past that it shows the knowledge of; nil of the present.
    let knownAt: Instant?
    /// The days from its left edge to its right one.
    let days: ClosedRange<Int32>
    let series: CrossSeries
    /// Those of the window that was asked for.
    let breaks: [SeriesBreak]
    let language: Language

    /// - Parameter oldest: the first day held of the source: before it a chart would only be empty.
    init(_ answer: SeriesAnswer, oldest: Int32, knownAt: Instant?, language: Language) {
        question = answer.question
        source = answer.source
        newest = answer.asOf
        asOf = min(answer.question.window.last ?? answer.asOf, answer.asOf)
        self.knownAt = knownAt
        series = answer.series
        self.language = language
        let first = answer.window.lowerBound == .min ? answer.series.days.first : nil
        let lower = first ?? max(answer.window.lowerBound, oldest)
        days = lower...max(lower, Self.lastDay(of: answer))
        breaks = answer.breaks
    }

    /// Of everything there is, a little more than what lies between the first point and the last: a currency that
    /// ended long ago would otherwise fill a few pixels.
    private static func lastDay(of answer: SeriesAnswer) -> Int32 {
        let upper = min(answer.window.upperBound, answer.asOf.number)
        guard answer.question.window == .period(.max), let first = answer.series.days.first,
            let last = answer.series.days.last, SeriesBreak.separates(last, upper)
        else { return upper }
        return min(upper, last + max(1, (last - first) / partAfterEnd))
    }

    private static let partAfterEnd: Int32 = 32

    /// Whether no rate follows the last one in the window, so that it is the price of its day and of no later one.
    /// False without points.
    var hasEnded: Bool {
        guard let last = series.days.last else { return false }
        return SeriesBreak.separates(last, days.upperBound)
            || breaks.contains { !$0.isBeginning && $0.lastBefore?.number == last }
    }

    /// The first day of the last stretch where that is not the first day of the window: what a change is counted from.
    /// Nil without points.
    var changeStart: Day? {
        guard let start = lastRun.first.map(day(at:)) else { return nil }
        let isAfterBreak = breaks.contains { ($0.kind == .gap || $0.isBeginning) && $0.firstAfter == start }
        return isAfterBreak || lastRun.lowerBound > 0 || SeriesBreak.separates(days.lowerBound, start.number)
            ? start : nil
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

    /// Every break with its days; what is the same of both currencies once.
    var breakSentences: [String] {
        breaks.reduce(into: []) { sentences, mark in
            let sentence = words.sentence(of: mark)
            if !sentences.contains(sentence) { sentences.append(sentence) }
        }
    }

    func day(at place: Int) -> Day { Day(number: series.days[place]) }
}

extension SeriesQuestion.Window {
    /// The day that closes it; nil of a period, and of days whose end was left open.
    fileprivate var last: Day? {
        switch self {
        case .period: nil
        case .days(_, let to): to
        }
    }
}
