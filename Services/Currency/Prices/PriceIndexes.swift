import SharedDomain

/// What baskets cost in one country beside another, at the latest rates.
struct PriceIndexes: Sendable {
    let layers: RateLayers
    let time: TimeSource
}
