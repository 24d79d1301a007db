import SharedDomain

/// The latest prices in one base money, at one precision.
struct RateTable: Sendable {
    /// The prices of one currency.
    struct Row: Sendable {
        let pair: PairRates
        /// The price of each candidate, rounded once from the exact one, half up.
        let values: [ExactDecimal]

        /// The price that serves at that moment, with its evidence.
        func entry(at moment: Instant) throws(ServiceError) -> LatestAnswer.Entry {
            let place = pair.servingPlace(at: moment)
            let candidate = pair.candidates[place]
            return LatestAnswer.Entry(
                rate: LatestRate(cross: candidate.cross, pivot: candidate.pivot, value: values[place]),
                ageSeconds: max(0, moment.seconds - candidate.cross.publishedAt.seconds),
                isStale: candidate.isStale(at: moment), fallback: pair.fallback(to: place),
                disagreement: try pair.disagreement(at: moment).map { disagreement throws(ServiceError) in
                    try LatestAnswer.Disagreement(
                        disagreement,
                        values: zip(pair.candidates, values).map { ($0.cross.source, $1) })
                })
        }
    }

    /// The currency codes, ascending.
    let currencies: [CurrencyCode]
    private let rows: [CurrencyCode: Row]

    /// Every price, rounded to so many significant digits.
    init(_ pairs: [CurrencyCode: PairRates], significantDigits: Int) throws(ServiceError) {
        var rows: [CurrencyCode: Row] = [:]
        for (currency, pair) in pairs {
            var values: [ExactDecimal] = []
            for candidate in pair.candidates {
                values.append(try candidate.cross.value(significantDigits: significantDigits))
            }
            rows[currency] = Row(pair: pair, values: values)
        }
        self.rows = rows
        currencies = rows.keys.sorted()
    }

    /// The prices of a currency, nil when there are none.
    subscript(currency: CurrencyCode) -> Row? { rows[currency] }
}
