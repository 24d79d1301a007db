import SharedDomain

/// The sheets of one source that its latest rates come from.
struct RecentSheets: Sendable {
    /// How many days before a source's newest sheet a rate may come from: a currency that is missing from the newest
    /// sheets for longer has none. Frankfurter looks back as far.
    static let lookBackDays = 14

    /// Whose sheets they are.
    let source: SourceID
    /// The day of the newest one.
    let newestDay: Day
    /// The currencies that have a rate, by code: quoted in one of the sheets or their pivot, and not withdrawn by the
    /// newest day.
    let currencies: [CurrencyCode]

    /// Every sheet that a rate may come from, newest first.
    let sheets: [Sheet]

    /// By the day of a sheet: when the source should have published a newer one.
    private let staleness: [Day: Instant]

    /// The sheets of one source, in any order; nil when there are none. Those beyond the look-back are left out.
    init?(_ sheets: [Sheet]) {
        let newestFirst = sheets.sorted { $0.day > $1.day }
        guard let newest = newestFirst.first else { return nil }
        let oldestDay = newest.day.adding(days: -Self.lookBackDays)
        self.sheets = Array(newestFirst.prefix { $0.day >= oldestDay })
        source = newest.source
        newestDay = newest.day
        staleness = Dictionary(
            self.sheets.map { ($0.day, Staleness.begins(newest.source, on: $0.day)) }, uniquingKeysWith: { $1 })
        let quoted = Set(self.sheets.flatMap { $0.quotes.map(\.currency) + [$0.pivot] })
        currencies = quoted.filter { Currency.named($0)?.exists(on: newest.day) == true }.sorted()
    }

    /// From when on the rates of that day's sheet are stale.
    func staleFrom(_ day: Day) -> Instant { staleness[day] ?? Staleness.begins(source, on: day) }

    /// The latest price of one `currency` in `base` money: from the newest sheet that has both, never from two.
    func latest(of currency: CurrencyCode, in base: CurrencyCode) -> (cross: CrossRate, pivot: CurrencyCode)? {
        for sheet in sheets where sheet.holds(base) {
            if let cross = sheet.cross(of: currency, in: base) { return (cross, sheet.pivot) }
        }
        return nil
    }
}

extension Sheet {
    /// Whether the sheet says what the currency is worth.
    func holds(_ currency: CurrencyCode) -> Bool { currency == pivot || quote(for: currency) != nil }
}
