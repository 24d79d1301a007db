import SharedDomain

/// Two currencies, whichever of them is priced in the other.
struct CurrencyPair: Sendable, Hashable, Comparable {
    /// The one that comes first by code.
    let first: CurrencyCode
    /// The other one; the same where a currency is priced in itself.
    let second: CurrencyCode

    /// The pair of two currencies in either order.
    init(_ one: CurrencyCode, _ other: CurrencyCode) {
        (first, second) = one <= other ? (one, other) : (other, one)
    }

    /// Whether a currency is priced in itself.
    var isIdentity: Bool { first == second }

    /// By code.
    static func < (one: CurrencyPair, other: CurrencyPair) -> Bool {
        (one.first, one.second) < (other.first, other.second)
    }
}
