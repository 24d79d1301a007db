import SharedDomain

/// Amounts of one money in another, exactly.
struct Conversions: Sendable {
    let layers: RateLayers
    let time: TimeSource
}
