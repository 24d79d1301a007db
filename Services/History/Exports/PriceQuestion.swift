import SharedDomain

/// Which prices are asked for.
struct PriceQuestion: Sendable {
    /// The money that the prices are in.
    let base: CurrencyCode
    /// The currencies that are priced; nil for all that some source quotes beside `base`.
    let symbols: [CurrencyCode]?
    let window: SeriesQuestion.Window

    /// - Throws: `INVALID_PARAMETER` for a currency in itself, and for days that end before they begin.
    init(base: CurrencyCode, symbols: [CurrencyCode]?, window: SeriesQuestion.Window) throws(ServiceError) {
        if let symbols, symbols.contains(base) {
            throw .invalidParameter("symbols", provided: "\(base)", expected: "other currencies than 'base', \(base)")
        }
        if case .days(.some(let from), .some(let to)) = window, from > to {
            throw .invalidParameter("from", provided: "\(from)", expected: "a day that is not after 'to', \(to)")
        }
        self.base = base
        self.symbols = symbols
        self.window = window
    }
}
