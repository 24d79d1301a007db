import SharedDomain

/// The rates that one answer takes at one moment, each looked up once, so that the answer can tell them.
struct UsedRates {
    private struct Pair: Hashable {
        let currency: CurrencyCode
        let base: CurrencyCode
    }

    private let rates: RatesSnapshot
    private let moment: Instant
    private var known: [Pair: ServedRate?] = [:]

    /// Rates as they are at that moment.
    init(_ rates: RatesSnapshot, at moment: Instant) {
        self.rates = rates
        self.moment = moment
    }

    /// The price of one `currency` in `base` money; 1 for a currency in itself, even one that no rate is held of; nil
    /// when there is none.
    mutating func ratio(of currency: CurrencyCode, in base: CurrencyCode) -> ExactRatio? {
        currency == base ? .one : rate(of: currency, in: base)?.cross.ratio
    }

    /// The rate between two different currencies; nil when there is none.
    mutating func rate(of currency: CurrencyCode, in base: CurrencyCode) -> ServedRate? {
        let pair = Pair(currency: currency, base: base)
        if let known = known[pair] { return known }
        let rate = rates.rate(of: currency, in: base, at: moment)
        known[pair] = .some(rate)
        return rate
    }

    /// Those that were found, with their evidence, by the two currencies.
    /// - Throws: when `significantDigits` is not 1 to 34.
    func evidence(significantDigits: Int) throws(ServiceError) -> [UsedRate] {
        let found = known.compactMap(\.value).sorted {
            ($0.cross.base, $0.cross.quote) < ($1.cross.base, $1.cross.quote)
        }
        var evidence: [UsedRate] = []
        for rate in found {
            evidence.append(
                UsedRate(entry: try LatestAnswer.Entry(rate, significantDigits: significantDigits, asOf: moment)))
        }
        return evidence
    }
}

/// A rate that an answer was computed with.
struct UsedRate: Sendable {
    /// The price and its evidence.
    let entry: LatestAnswer.Entry

    /// The currency that is priced.
    var currency: CurrencyCode { entry.rate.cross.base }
    /// The money that it is priced in.
    var base: CurrencyCode { entry.rate.cross.quote }
}
