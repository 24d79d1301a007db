package import GRPCCore
package import SharedContracts
import SharedDomain

extension RateHistoryService {
    /// The most symbols of one request.
    static let mostSymbols = 200

    /// The rates of one day: those of the newest sheet of that day, or of the days before it that `DayRates` looks at.
    ///
    /// - Throws: `ServiceError`, by the same rules as over HTTP.
    package func snapshot(
        request: HistoryV1SnapshotRequest, context: ServerContext
    ) async throws -> HistoryV1SnapshotReply {
        let day = try Day.known(request.day, parameter: "day")
        let base = try CurrencyCode.known(request.base, parameter: "base")
        let symbols = try CurrencyCode.known(request.symbols, parameter: "symbols", count: 0...Self.mostSymbols)
        let book = try book(asOf: request.hasAsOf ? request.asOf : nil)
        return try HistoryV1SnapshotReply(
            DayRates(on: day, in: base, of: symbols.isEmpty ? nil : symbols, from: book))
    }
}

extension HistoryV1SnapshotReply {
    fileprivate init(_ day: DayRates) throws(ServiceError) {
        self.init()
        for rate in day.rates {
            var message = HistoryV1SnapshotRate()
            message.currency = rate.currency.description
            message.rate = CommonV1Decimal(
                try rate.cross.rate(significantDigits: RateHistoryService.significantDigits))
            message.observedDay = rate.observedOn.number
            message.source = rate.source.description
            rates.append(message)
        }
        unavailable = day.unavailable.map(\.description)
    }
}
