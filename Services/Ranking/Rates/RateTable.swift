import SharedDomain
import SharedHTTP

/// The rates of one answer of the currency service.
struct RateTable: Sendable, Hashable {
    let rates: [CurrencyCode: DestinationRate]
    /// Equal for two tables only when all their rates are, in each part of their evidence.
    let tag: String
    /// When the newest of them was published; nil of none.
    let newestPublication: Instant?

    init(_ rates: [CurrencyCode: DestinationRate]) {
        self.rates = rates
        var fingerprint = Fingerprint("ranking.rates/1")
        for (currency, rate) in rates.sorted(by: { $0.key < $1.key }) {
            fingerprint.add(currency.description)
            fingerprint.add(rate.rate.description)
            fingerprint.add(rate.observedOn)
            fingerprint.add(rate.publishedAt)
            fingerprint.add(rate.source)
            fingerprint.add(rate.isStale ? 1 : 0)
        }
        tag = fingerprint.text
        newestPublication = rates.values.map(\.publishedAt).max()
    }
}
