package import GRPCCore
package import SharedContracts
import SharedDomain

/// Series, statistics and sheets for the other services.
package struct RateHistoryService: HistoryV1RateHistory.SimpleServiceProtocol {
    /// The most points of one message.
    package static let pointsPerSlice = 1000
    /// The significant digits of rates that are given exactly.
    static let significantDigits = 10

    /// Answers what is asked about series.
    let reader: SeriesReader
    /// Answers what `RateHistoryService+Sheets` is asked.
    let sheetReader: SheetReader
    /// Whether events are still to come that the producer has recorded already.
    let isReplaying: @Sendable () -> Bool
    let time: TimeSource

    /// - Parameter time: a request as of a moment that has not come is refused.
    init(reader: SeriesReader, time: TimeSource, isReplaying: @escaping @Sendable () -> Bool = { false }) {
        self.reader = reader
        self.time = time
        self.isReplaying = isReplaying
        sheetReader = SheetReader(memory: reader.memory)
    }

    /// Streams a series, ascending by day; nothing when the window has no observations.
    ///
    /// - Throws: `ServiceError`, by the same rules as over HTTP.
    package func series(
        request: HistoryV1SeriesRequest, response: RPCWriter<HistoryV1SeriesSlice>, context: ServerContext
    ) async throws {
        let question = try SeriesQuestion(request)
        let series = try reader.series(question, in: book(asOf: request.hasAsOf ? request.asOf : nil)).series
        for start in stride(from: 0, to: series.count, by: Self.pointsPerSlice) {
            let places = start..<min(start + Self.pointsPerSlice, series.count)
            var slice = HistoryV1SeriesSlice()
            slice.days = Array(series.days[places])
            slice.rates = Array(series.rates[places])
            try await response.write(slice)
        }
    }

    /// What was held at a moment, in milliseconds since 1970-01-01T00:00:00Z; what is held now of nil.
    ///
    /// - Throws: `INVALID_DATE` for a moment that is still to come.
    func book(asOf moment: Int64?) throws(ServiceError) -> RateBook {
        let checked = try HistoryParameter.checked(asOf: moment.map(Instant.init(milliseconds:)), now: time.now())
        return reader.memory.book(asOf: checked)
    }
}

extension SeriesQuestion {
    fileprivate init(_ request: HistoryV1SeriesRequest) throws(ServiceError) {
        try self.init(
            target: .known(request.target, parameter: "target"), base: .known(request.base, parameter: "base"),
            window: .days(
                from: request.hasFrom ? .known(request.from, parameter: "from") : nil,
                to: request.hasTo ? .known(request.to, parameter: "to") : nil))
    }
}
