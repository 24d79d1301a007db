package import GRPCCore
package import SharedContracts
import SharedDomain

/// Series and sheets for the other services.
package struct RateHistoryService: HistoryV1RateHistory.SimpleServiceProtocol {
    /// The most points of one message.
    package static let pointsPerSlice = 1000

    private let reader: SeriesReader
    /// Answers what `RateHistoryService+Sheets` is asked.
    let sheetReader: SheetReader

    init(reader: SeriesReader) {
        self.reader = reader
        sheetReader = SheetReader(memory: reader.memory)
    }

    /// Streams a series, ascending by day; nothing when the window has no observations.
    ///
    /// - Throws: `ServiceError`, by the same rules as over HTTP.
    package func series(
        request: HistoryV1SeriesRequest, response: RPCWriter<HistoryV1SeriesSlice>, context: ServerContext
    ) async throws {
        let series = try reader.series(SeriesQuestion(request)).series
        for start in stride(from: 0, to: series.count, by: Self.pointsPerSlice) {
            let places = start..<min(start + Self.pointsPerSlice, series.count)
            var slice = HistoryV1SeriesSlice()
            slice.days = Array(series.days[places])
            slice.rates = Array(series.rates[places])
            try await response.write(slice)
        }
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
