import SharedDomain

/// An edition of prices, and since when it is held in this form.
struct HeldEdition: Sendable, Hashable {
    let edition: PriceEdition
    /// When the data-ingestor took it in.
    let recordedAt: Instant
}
