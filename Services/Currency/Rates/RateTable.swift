import SharedDomain

/// The latest prices in one base money from one source, at one precision.
struct RateTable: Sendable {
    /// The currency codes, ascending.
    let currencies: [CurrencyCode]
    private let rates: [CurrencyCode: LatestRate]

    /// Every price there is in `base` money; nil when the source has none for the base itself.
    init?(of sheets: RecentSheets, in base: CurrencyCode, significantDigits: Int) throws(ServiceError) {
        guard sheets.currencies.contains(base) else { return nil }
        var rates: [CurrencyCode: LatestRate] = [:]
        for currency in sheets.currencies {
            guard let latest = sheets.latest(of: currency, in: base) else { continue }
            let value = try latest.cross.ratio.rounded(significantDigits: significantDigits, mode: .halfUp)
            rates[currency] = LatestRate(cross: latest.cross, pivot: latest.pivot, value: value)
        }
        self.rates = rates
        currencies = sheets.currencies.filter { rates[$0] != nil }
    }

    /// The price of a currency, nil when there is none.
    subscript(currency: CurrencyCode) -> LatestRate? { rates[currency] }
}
