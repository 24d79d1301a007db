import SharedDomain

/// Answers questions about series, from memory.
struct SeriesReader: Sendable {
    let memory: SeriesMemory

    /// The series that is asked for; empty when the window has no observations of the pair.
    ///
    /// - Throws: `DATA_NOT_READY` when nothing at all is held; `NOT_FOUND` for a currency without observations, for two
    ///   that no source quotes both of, and for a window that begins after the newest day held.
    func series(_ question: SeriesQuestion) throws(ServiceError) -> SeriesAnswer {
        try series(question, in: memory.current)
    }

    /// The same from a book that the caller holds, and knows the version of.
    ///
    /// - Throws: as `series`.
    func series(_ question: SeriesQuestion, in book: RateBook) throws(ServiceError) -> SeriesAnswer {
        try Lookup(question, in: book).answer
    }

    /// The same with its statistics.
    ///
    /// - Throws: as `series`.
    func analysis(_ question: SeriesQuestion) throws(ServiceError) -> (SeriesAnswer, SeriesStatistics) {
        try analysis(question, in: memory.current)
    }

    /// The same from a book that the caller holds, and knows the version of.
    ///
    /// - Throws: as `series`.
    func analysis(
        _ question: SeriesQuestion, in book: RateBook
    ) throws(ServiceError) -> (SeriesAnswer, SeriesStatistics) {
        let lookup = try Lookup(question, in: book)
        let answer = lookup.answer
        return (answer, SeriesStatistics(of: answer.series, dollar: lookup.dollar))
    }

    /// The points of the series at an interval, to be read one after another.
    ///
    /// - Throws: as `series`; `NOT_FOUND` for hours of a window that ends before the first day that hours are kept of.
    func points(
        _ question: SeriesQuestion, _ interval: SeriesInterval, _ fill: SeriesFill, in book: RateBook
    ) throws(ServiceError) -> PointReader {
        try Lookup(question, in: book).points(interval, fill)
    }

    /// The series with everything before it, from a book that the caller holds.
    ///
    /// - Throws: as `series`.
    func warmed(_ question: SeriesQuestion, in book: RateBook) throws(ServiceError) -> WarmedSeries {
        try Lookup(question, in: book).warmed
    }
}

/// A question with what it is answered from.
private struct Lookup {
    let question: SeriesQuestion
    let book: SourceBook
    let target: Leg
    let base: Leg
    let newestDay: Day
    let window: ClosedRange<Int32>

    init(_ question: SeriesQuestion, in rates: RateBook) throws(ServiceError) {
        try rates.requireHeld()
        guard let book = rates.source(quoting: question.target, question.base),
            let target = book.legs[question.target], let base = book.legs[question.base],
            let newestDay = book.days.last.map(Day.init(number:))
        else { throw Self.notQuoted(question, rates) }
        self.question = question
        self.book = book
        self.target = target
        self.base = base
        self.newestDay = newestDay
        window = try Self.days(of: question, endingOn: newestDay)
    }

    var answer: SeriesAnswer {
        let series = CrossSeries(of: target, in: base, days: window)
        let preceding = series.days.first.flatMap { CrossSeries.last(of: target, in: base, before: $0) }
        return SeriesAnswer(
            question: question, source: book.source, asOf: newestDay, series: series, preceding: preceding?.cross,
            precedingDay: preceding?.day,
            breaks: SeriesBreak.all(of: [question.target, question.base], in: book, days: window), window: window)
    }

    func points(_ interval: SeriesInterval, _ fill: SeriesFill) throws(ServiceError) -> PointReader {
        let hourlyFrom = interval == .hourly ? try firstHourlyDay() : nil
        let bars = BarReader(
            book, (question.target, question.base), hourly: interval == .hourly, days: window)
        var (first, opening) = (window.lowerBound, Int32?.none)
        if interval != .daily {
            // Hours are kept for a while only, and a week or month may have begun before the window.
            var ahead = bars
            if let day = ahead.next()?.day {
                first = interval.firstDay(of: day).number
                opening = CrossSeries(of: target, in: base, days: first...day.number).days.first
            }
        }
        let frame = PointFrame(
            window: window, newestDay: newestDay, hourlyFrom: hourlyFrom,
            breaks: SeriesBreak.all(
                of: [question.target, question.base], in: book,
                days: min(window.lowerBound, first)...window.upperBound),
            preceding: CrossSeries.last(of: target, in: base, before: first),
            following: fill == .none ? nil : CrossSeries.first(of: target, in: base, after: window.upperBound),
            opening: opening)
        return PointReader(bars, interval, fill, within: frame)
    }

    /// The first day of the source that hours are kept of.
    ///
    /// - Throws: `NOT_FOUND` for a window that ends before it.
    private func firstHourlyDay() throws(ServiceError) -> Day? {
        guard let kept = book.firstIntradayDay, let oldest = book.days.first else { return nil }
        let first = Day(number: max(kept, oldest))
        guard window.upperBound >= first.number else {
            let last = Day(number: window.upperBound)
            throw .notFound(
                "No hours of \(question.target) in \(question.base) up to \(last): hours are kept from \(first) on.",
                details: ["parameter": "to", "provided": "\(last)", "expected": "a day from \(first) on"])
        }
        return first
    }

    var warmed: WarmedSeries {
        let answer = answer
        let all = CrossSeries(of: target, in: base, days: Int32.min...window.upperBound)
        return WarmedSeries(answer: answer, all: all, first: all.count - answer.series.count)
    }

    /// The US dollar in the same base over the same days; nil when the pair has it already, or the source has it not.
    var dollar: CrossSeries? {
        guard question.target != .usd, question.base != .usd, let dollar = book.legs[.usd] else { return nil }
        return CrossSeries(of: dollar, in: base, days: window)
    }

    private static func days(
        of question: SeriesQuestion, endingOn newest: Day
    ) throws(ServiceError) -> ClosedRange<Int32> {
        switch question.window {
        case .period(let period):
            return (period.start(endingOn: newest)?.number ?? .min)...newest.number
        case .days(let from, let to):
            if let from, from > newest {
                throw .notFound(
                    "No observation of \(question.target) in \(question.base) from \(from) on: the newest is of \(newest).",
                    details: ["parameter": "from", "provided": "\(from)", "expected": "a day up to \(newest)"])
            }
            // `SeriesQuestion` has made sure that the days do not end before they begin.
            return (from?.number ?? .min)...(to?.number ?? newest.number)
        }
    }

    /// Why no source answers: a currency that is missing altogether, or two that never stand on one sheet.
    private static func notQuoted(_ question: SeriesQuestion, _ rates: RateBook) -> ServiceError {
        let names = question.names
        for (name, currency) in [(names.target, question.target), (names.base, question.base)]
        where !rates.quotes(currency) {
            return rates.nothingHeld(of: currency, named: name)
        }
        return .notFound(
            "No source quotes both \(question.target) and \(question.base)\(rates.momentText).",
            details: [
                "parameter": names.target, "provided": "\(question.target)",
                "expected": "a currency that a source quotes together with \(question.base)",
            ])
    }
}
