package import GRPCCore
package import SharedContracts
import SharedDomain

extension RateHistoryService {
    /// The most symbols of one request.
    static let mostSymbols = 200

    /// The rates of one day: those of the newest sheet of that day, or of a few days before it: what `DayAnswer` gives.
    ///
    /// - Throws: `ServiceError`, by the same rules as over HTTP.
    package func snapshot(
        request: HistoryV1SnapshotRequest, context: ServerContext
    ) async throws -> HistoryV1SnapshotReply {
        let day = try Day.known(request.day, parameter: "day")
        let base = try CurrencyCode.known(request.base, parameter: "base")
        let symbols = try CurrencyCode.known(request.symbols, parameter: "symbols", count: 0...Self.mostSymbols)
        let book = try book(asOf: request.hasAsOf ? request.asOf : nil)
        return HistoryV1SnapshotReply(
            try DayAnswer(
                on: day, in: base, of: symbols.isEmpty ? nil : symbols, from: book,
                at: request.hasAsOf ? Instant(milliseconds: request.asOf) : time.now(),
                significantDigits: Self.significantDigits))
    }
}

extension HistoryV1SnapshotReply {
    fileprivate init(_ day: DayAnswer) {
        self.init()
        for entry in day.entries {
            var message = HistoryV1SnapshotRate()
            message.currency = entry.rate.currency.description
            message.rate = CommonV1Decimal(entry.value)
            message.observedDay = entry.rate.observedOn.number
            message.source = entry.rate.source.description
            rates.append(message)
        }
        unavailable = day.unavailable.map(\.description)
    }
}
