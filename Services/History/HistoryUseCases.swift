import ServiceLifecycle
import SharedDomain
import SharedHTTP

/// Everything that the service can be asked, over one memory of what is held.
struct HistoryUseCases: Sendable {
    let reader: SeriesReader
    let time: TimeSource

    init(reader: SeriesReader, time: TimeSource) {
        self.reader = reader
        self.time = time
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
        ] + AnalysisRoutes(reader: reader).routes + ExportRoutes(memory: reader.memory).routes
            + FrankfurterRoutes(reader: reader).all
    }

    /// What is answered over gRPC.
    var rpcService: RateHistoryService {
        RateHistoryService(reader: reader, time: time)
    }
}
