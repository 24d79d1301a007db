import Foundation
import ServiceLifecycle
import SharedConfig
import SharedDomain
import SharedHTTP
import SharedTelemetry

/// Everything that the service can be asked, over one state of what is held. Made once: the stream is state.
struct CurrencyUseCases: Sendable {
    let layers: RateLayers
    let rates: LatestRates
    let details: CurrencyDetails
    let conversions: Conversions
    let indexes: PriceIndexes
    let stream: RateStream
    private let dropAnswers: @Sendable () -> Int

    /// What the settings say of the answers.
    struct Terms: Sendable {
        /// The most streams of rates that are open at one time.
        var maximumStreams = CurrencyConfig.streams.defaultValue
        /// How many days old a basket price may be to answer for a country.
        var maximumPriceAge = CurrencyConfig.priceAge.defaultValue
        /// By how many percent of the rate estimated transfer prices lie above and below it.
        var transferSpreadPercent = CurrencyConfig.transferSpreadPercent.defaultValue
        /// Where it is decided which day today is.
        var zone = SharedSettings.businessTimeZone.defaultValue
    }

    /// - Parameter dropAnswers: drops the answers that the edge keeps; how many there were.
    init(
        layers: RateLayers, time: TimeSource, metrics: MetricsRegistry = MetricsRegistry(), terms: Terms = Terms(),
        dropAnswers: @escaping @Sendable () -> Int = { 0 }
    ) {
        self.layers = layers
        self.dropAnswers = dropAnswers
        rates = LatestRates(layers: layers, time: time)
        details = CurrencyDetails(
            layers: layers, time: time, transferSpreadPercent: terms.transferSpreadPercent)
        conversions = Conversions(layers: layers, time: time, zone: terms.zone)
        indexes = PriceIndexes(layers: layers, time: time, maximumAgeDays: terms.maximumPriceAge)
        stream = RateStream(
            layers: layers, time: time, metrics: metrics, maximumSubscribers: terms.maximumStreams)
    }

    /// What is answered over HTTP.
    var routes: [Route] {
        [LatestRatesRoute(rates: rates).route] + CurrencyRoutes(details: details).routes
            + SearchRoute(search: CurrencySearch(layers: layers)).routes
            + ConversionRoutes(conversions: conversions).routes + PriceIndexRoutes(indexes: indexes).routes
            + StreamRoute(stream: stream).routes + CacheRoute(layers: layers, dropAnswers: dropAnswers).routes
    }

    /// What is answered over gRPC.
    var rpcService: CurrencyRatesService {
        CurrencyRatesService(
            rates: rates, details: details, conversions: conversions, indexes: indexes, stream: stream)
    }

    /// What runs beside the answers.
    var background: [any Service] { [RateStreamService(stream: stream)] }
}
