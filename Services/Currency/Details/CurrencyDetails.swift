import SharedDomain

/// What is known of each currency: its names and places, its latest price, how banks quote it, how it changed.
struct CurrencyDetails: Sendable {
    let layers: RateLayers
    let time: TimeSource
}
