import ServiceLifecycle
import SharedDomain
import SharedHTTP

/// Everything that the service can be asked, over one memory of what is held.
struct HistoryUseCases: Sendable {
    let reader: SeriesReader
    let time: TimeSource
    private let isReplaying: @Sendable () -> Bool

    /// - Parameter isReplaying: whether events are still to come that the producer has recorded already.
    init(reader: SeriesReader, time: TimeSource, isReplaying: @escaping @Sendable () -> Bool = { false }) {
        self.reader = reader
        self.time = time
        self.isReplaying = isReplaying
    }

    /// What is answered over HTTP.
    var routes: [Route] {
        [
            HistoryRoute(reader: reader).route,
            CurrencyHistoryRoute(reader: reader).route,
            DayRoute(reader: reader).route,
            FluctuationRoute(reader: reader).route,
            ComparisonRoute(reader: reader).route,
            ForecastRoute(reader: reader).route,
            ChartRoute(reader: reader).route,
            DrawnChartRoute(reader: reader).route,
        ] + AnalysisRoutes(reader: reader).routes + ExportRoutes(memory: reader.memory).routes
            + FrankfurterRoutes(reader: reader).all
    }

    /// What is answered over gRPC.
    var rpcService: RateHistoryService {
        RateHistoryService(reader: reader, time: time, isReplaying: isReplaying)
    }
}
