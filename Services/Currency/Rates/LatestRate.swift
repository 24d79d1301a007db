import SharedDomain

/// The latest price of a currency, rounded, with what it was computed from.
struct LatestRate: Sendable {
    /// The price of one `cross.base` in `cross.quote` money, exactly, with its sheet and its legs.
    let cross: CrossRate
    /// The currency that the legs are quoted against.
    let pivot: CurrencyCode
    /// The price, rounded once from the exact one, half up.
    let value: ExactDecimal

    /// The currency that is priced.
    var currency: CurrencyCode { cross.base }
}
