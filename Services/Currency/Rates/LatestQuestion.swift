import SharedDomain

/// What is asked for: the latest prices of some currencies in one money.
struct LatestQuestion: Sendable {
    /// The most currencies one question may name; more than there are.
    static let mostSymbols = 200

    /// The money that the prices are given in.
    let base: CurrencyCode
    /// The currencies asked for; nil asks for every one held.
    let symbols: [CurrencyCode]?
    /// The digits that each price is rounded to.
    let significantDigits: Int
}
