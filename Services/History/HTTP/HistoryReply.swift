import SharedDomain

/// An answer in the figures that are shown. Only the average is of binary64 numbers.
struct HistoryReply: Sendable {
    let answer: SeriesAnswer
    let interval: SeriesInterval
    let statistics: SeriesStatistics
    /// Of the page that was asked for.
    let points: [ShownPoint]
    /// What they were read within.
    let frame: PointFrame
    let average: ExactDecimal?
    let minimum: ExactDecimal?
    let maximum: ExactDecimal?
    /// Where the next page goes on; nil at the end.
    let nextCursor: String?

    /// - Parameters:
    ///   - statistics: Of the daily rates of the whole window.
    ///   - digits: Significant digits of every figure beside those of the page.
    /// - Throws: `INVALID_PARAMETER` for a rate that cannot be written with so many digits.
    init(
        _ answer: SeriesAnswer, _ statistics: SeriesStatistics, _ page: HistoryPage, _ interval: SeriesInterval,
        nextCursor: String?, significantDigits digits: Int
    ) throws(ServiceError) {
        self.answer = answer
        self.interval = interval
        self.statistics = statistics
        points = page.points
        frame = page.frame
        self.nextCursor = nextCursor
        average = statistics.average.flatMap { ExactDecimal($0, significantDigits: digits) }
        minimum = try answer.rate(at: statistics.placeOfMinimum, digits)
        maximum = try answer.rate(at: statistics.placeOfMaximum, digits)
    }

    /// The daily series that is asked for, in one page.
    ///
    /// - Throws: as `SeriesReader.series`, and as above.
    init(
        to question: SeriesQuestion, from book: RateBook, by reader: SeriesReader, significantDigits digits: Int
    ) throws(ServiceError) {
        let (answer, statistics) = try reader.analysis(question, in: book)
        let points = try reader.points(question, .daily, .none, in: book)
        let page = try HistoryPage(
            of: points, after: nil, limit: nil, expecting: answer.series.count, significantDigits: digits)
        try self.init(answer, statistics, page, .daily, nextCursor: nil, significantDigits: digits)
    }
}

extension SeriesAnswer {
    fileprivate func rate(at place: Int?, _ digits: Int) throws(ServiceError) -> ExactDecimal? {
        guard let place else { return nil }
        return try series.crosses[place].rate(significantDigits: digits)
    }
}
