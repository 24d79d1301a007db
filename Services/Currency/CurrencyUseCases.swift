import SharedDomain
import SharedHTTP

/// Everything that the service can be asked, over one state of what is held.
struct CurrencyUseCases: Sendable {
    let layers: RateLayers
    let rates: LatestRates
    let details: CurrencyDetails
    let conversions: Conversions
    let indexes: PriceIndexes
    let stream: RateStream

    init(layers: RateLayers, time: TimeSource) {
        self.layers = layers
        rates = LatestRates(layers: layers, time: time)
        details = CurrencyDetails(layers: layers, time: time)
        conversions = Conversions(layers: layers, time: time)
        indexes = PriceIndexes(layers: layers, time: time)
        stream = RateStream(layers: layers, time: time)
    }

    /// What is answered over HTTP.
    var routes: [Route] {
        [LatestRatesRoute(rates: rates).route] + CurrencyRoutes(details: details).routes
            + SearchRoute(search: CurrencySearch(layers: layers)).routes
            + ConversionRoutes(conversions: conversions).routes + PriceIndexRoutes(indexes: indexes).routes
            + StreamRoute(stream: stream).routes + CacheRoute(layers: layers).routes
    }

    /// What is answered over gRPC.
    var rpcService: CurrencyRatesService {
        CurrencyRatesService(
            rates: rates, details: details, conversions: conversions, indexes: indexes, stream: stream)
    }
}
