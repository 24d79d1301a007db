import SharedDomain

/// The newest accepted quote of each currency, for as long as it is recent enough to compare with.
struct RecentQuotes {
    private var quotes: [CurrencyCode: (quote: Quote, position: Int)] = [:]
    private var position = 0

    /// Takes in the quotes of the next publication.
    mutating func add(_ sheet: some Sequence<Quote>) {
        position += 1
        for quote in sheet { quotes[quote.currency] = (quote, position) }
    }

    /// The newest quote of that currency in the last `JumpRule.lookBack` publications.
    subscript(currency: CurrencyCode) -> Quote? {
        guard let newest = quotes[currency], position - newest.position < JumpRule.lookBack else { return nil }
        return newest.quote
    }
}
