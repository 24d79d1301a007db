package import GRPCCore
package import SharedContracts
import SharedDomain

extension RateHistoryService {
    /// The targets of one request.
    static let percentileTargets = 1...100

    /// Where the newest rate of each currency stands among those of a period.
    ///
    /// - Throws: `ServiceError`, by the same rules as over HTTP; `NOT_FOUND` for a base that no source has figures of.
    package func percentiles(
        request: HistoryV1PercentilesRequest, context: ServerContext
    ) async throws -> HistoryV1PercentilesReply {
        let targets = try CurrencyCode.known(
            request.targets, parameter: "targets", count: Self.percentileTargets)
        let base = try CurrencyCode.known(request.base, parameter: "base")
        let period = try Period.known(request.period, parameter: "period")
        let book = try book(asOf: nil)
        try book.requireHeld()
        guard book.quotes(base) else {
            throw ServiceError.notFound(
                "No observations of \(base) are held.", details: ["parameter": "base", "provided": "\(base)"])
        }
        var reply = HistoryV1PercentilesReply()
        for target in targets {
            let question = try SeriesQuestion(target: target, base: base, window: .period(period))
            if book.source(quoting: target, base) != nil,
                let percentile = try HistoryV1Percentile(reader.series(question, in: book))
            {
                reply.percentiles.append(percentile)
            } else {
                reply.unavailable.append(target.description)
            }
        }
        return reply
    }
}

extension HistoryV1Percentile {
    /// Nil of no points.
    fileprivate init?(_ answer: SeriesAnswer) throws(ServiceError) {
        guard let day = answer.series.days.last, let rate = answer.series.rates.last,
            let cross = answer.series.crosses.last,
            let value = Sample.percentile(of: rate, among: answer.series.rates)
        else { return nil }
        self.init()
        currency = answer.question.target.description
        percentile = value
        currentRate = CommonV1Decimal(try cross.rate(significantDigits: RateHistoryService.significantDigits))
        newestDay = day
        points = UInt32(clamping: answer.series.count)
    }
}
