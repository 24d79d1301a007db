/// Which way round a source quotes.
package enum QuoteDirection: String, Sendable, CaseIterable {
    /// Units of the currency for `unit` of the pivot, as the ECB: 1.1172 USD for a euro.
    case perPivot = "per_pivot"
    /// Pivot money for `unit` of the currency, as the Bank of Korea: 890.12 won for 100 yen.
    case inPivot = "in_pivot"
}
