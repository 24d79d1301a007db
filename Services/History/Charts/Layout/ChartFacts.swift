import SharedDomain

/// What a chart with points says in figures.
struct ChartFacts: Sendable {
    /// The last rate.
    let last: String
    let lastDay: Day
    /// Whether the source has newer days than that of the last rate, so that this is no price of today.
    let isPast: Bool
    /// The highest rate and its day; nil where all are one.
    let highest: Extreme?
    /// The lowest rate and its day; nil where all are one.
    let lowest: Extreme?
    /// Over the last stretch without a gap; nil of a single point.
    let change: ChartFigures.Change?
    /// The first day of that stretch where it is not the first of the window; nil otherwise.
    let since: Day?

    /// The highest or the lowest rate.
    struct Extreme: Sendable, Equatable {
        let place: Int
        let rate: String
        let day: Day
    }

    /// - Parameter content: with at least one point.
    /// - Throws: as `ExactCross.rate`: never for rates of published figures.
    init(_ content: ChartContent, _ figures: ChartFigures) throws(ServiceError) {
        let run = content.lastRun
        guard let lastPlace = run.last else { throw .internalError() }
        last = try figures.rate(at: lastPlace)
        lastDay = content.day(at: lastPlace)
        isPast = lastDay < content.newest
        let isFlat = content.rates.map(ValueScale.isFlat) ?? true
        highest = try isFlat ? nil : Self.extreme(at: content.placeOfHighest, content, figures)
        lowest = try isFlat ? nil : Self.extreme(at: content.placeOfLowest, content, figures)
        change = try figures.change(over: run)
        since = content.changeStart
    }

    private static func extreme(
        at place: Int?, _ content: ChartContent, _ figures: ChartFigures
    ) throws(ServiceError) -> Extreme? {
        guard let place else { return nil }
        return Extreme(place: place, rate: try figures.rate(at: place), day: content.day(at: place))
    }

    /// The change, the fullest text first; empty of a single point. None leaves out since when it is: without that the
    /// figure would be of another window.
    func changes(_ words: ChartWords) -> [String] {
        guard let change else { return [] }
        let texts = ["\(change.amount) (\(change.percent))", change.percent]
        guard let since else { return texts }
        return texts.map { "\($0) \(words.since(since))" }
    }

    /// Everything that can be seen, in sentences.
    func sentences(_ content: ChartContent) -> [String] {
        let (words, question) = (content.words, content.question)
        var sentences = [words.price(of: question.target, in: question.base)]
        if content.series.count == 1 {
            sentences.append(words.single(lastDay))
        } else {
            sentences.append(words.observations(content.series.count, from: content.day(at: 0), to: lastDay))
        }
        sentences.append(words.last("\(last) (\(lastDay))"))
        if let highest, let lowest {
            sentences.append(words.highest("\(highest.rate) (\(highest.day))"))
            sentences.append(words.lowest("\(lowest.rate) (\(lowest.day))"))
        } else if content.series.count > 1 {
            sentences.append(words.unchanged)
        }
        if let text = changes(words).first { sentences.append(words.change(text)) }
        sentences += content.breakSentences
        sentences.append(words.evidence(content.source, content.asOf, knownAt: content.knownAt))
        return sentences.map { "\($0)." }
    }
}
