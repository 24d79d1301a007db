import SharedDomain
import SharedHTTP

/// The currencies there are, and what is held of each.
struct CurrencyList: Sendable {
    struct Row: Sendable {
        let currency: Currency
        /// Between which days rates are held; nil for none, or where no layer says.
        let coverage: ClosedRange<Day>?
        /// Whether a rate of any day is held; nil where no layer says.
        let isHeld: Bool?
        /// Whether a price can be given now; nil where no layer says.
        let hasRate: Bool?
    }

    let rows: [Row]
    /// Whether memory answered, rather than the store or another service.
    let isFromMemory: Bool
    /// Which state of memory it comes from; nil when it comes from elsewhere.
    let version: AnswerVersion?

    /// Rows in the order of `currencies`.
    /// - Parameter contents: What is held; nil where no layer says.
    init(
        of currencies: [Currency], holding contents: CurrencyHoldings.Contents?, isFromMemory: Bool,
        version: AnswerVersion?
    ) {
        // History's sheets are the recent ones: of other days they say nothing.
        let covered = contents.flatMap { $0.origin == .store ? $0.coverage : nil }
        let priced = (contents?.rates.currencies).map(Set.init)
        rows = currencies.map { currency in
            Row(
                currency: currency, coverage: covered?[currency.code],
                isHeld: covered.map { $0[currency.code] != nil },
                hasRate: priced?.contains(currency.code))
        }
        self.isFromMemory = isFromMemory
        self.version = version
    }

    /// The version of the list: that of the rates, and of the days between which any are held, which an old sheet
    /// changes without touching the latest rates. Nil while there are no rates, and while
    /// nobody says between which days they are.
    static func version(of contents: CurrencyHoldings.Contents, at now: Instant) -> AnswerVersion? {
        guard !contents.rates.isEmpty, contents.origin == .store else { return nil }
        var fingerprint = Fingerprint("currency.coverage/1")
        for (code, days) in contents.coverage.sorted(by: { $0.key < $1.key }) {
            fingerprint.add("\(code)")
            fingerprint.add(days.lowerBound)
            fingerprint.add(days.upperBound)
        }
        let rates = contents.rates.version(at: now)
        return AnswerVersion(tag: "\(rates.tag)~\(fingerprint.text)", asOf: rates.asOf, freshUntil: rates.freshUntil)
    }
}
