import SharedDomain

/// What is asked for: how banks quote some currencies in one money.
struct DetailQuestion: Sendable {
    /// The money that the prices are given in.
    let base: CurrencyCode
    /// Different ones, in the order of the answer.
    let currencies: [CurrencyCode]
    /// The digits that each price is rounded to.
    let significantDigits: Int
}
