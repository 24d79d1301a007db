import SharedDomain

/// Everything that is current, as it stands after one commit: an immutable snapshot that reads are answered from.
struct RateBook: Sendable {
    /// What each source says.
    private(set) var sources: [SourceID: SourceBook] = [:]
    /// The instant that this is the state of, where that is in the past, with the first recording of all; nil of the
    /// state after the last commit.
    private(set) var past: (moment: Instant, firstRecording: Instant)?

    /// For how many days observations are kept one by one.
    let intradayDays: Int

    init(intradayDays: Int = IntradayRetention.standardDays) {
        self.intradayDays = intradayDays
    }

    /// Rows of observations in the store, corrections included.
    var observations: Int { sources.values.reduce(0) { $0 + $1.observations } }

    /// Takes in a sheet.
    /// - Returns: what it added, to be written to the store; nil when it says nothing new.
    /// - Throws: `SheetRefusal` when it is against another currency than the sheets held of its source: figures of the two do not make
    ///   one series.
    mutating func take(_ sheet: Sheet) throws -> SheetEdition? {
        if let held = sources[sheet.source]?.pivot, held != sheet.pivot {
            throw SheetRefusal(
                description: "the sheet of \(sheet.source) for \(sheet.day) is against \(sheet.pivot), "
                    + "those held of this source are against \(held)")
        }
        let new = SourceBook(source: sheet.source, pivot: sheet.pivot, intradayDays: intradayDays)
        guard let edition = sources[sheet.source, default: new].edition(of: sheet) else { return nil }
        try sources[sheet.source, default: new].apply(edition)
        return edition
    }

    /// Puts a source as read from the store in place.
    mutating func put(_ book: SourceBook) {
        sources[book.source] = book
    }

    /// Reduces the observations of a day of a source to its close; see `SourceBook.reduce`.
    mutating func reduce(_ day: Int32, of source: SourceID) throws(ServiceError) -> DayReduction? {
        try sources[source]?.reduce(day)
    }

    /// The book as it stood at an instant: every sheet and figure that had been recorded by then, and no other.
    func asOf(_ instant: Instant) -> RateBook {
        guard let newestRecording, newestRecording > instant else { return self }
        var book = RateBook(intradayDays: intradayDays)
        book.sources = sources.compactMapValues { $0.asOf(instant) }
        book.past = firstRecording.map { (instant, $0) }
        return book
    }

    /// Whether any source has figures of the currency.
    func quotes(_ currency: CurrencyCode) -> Bool { sources.values.contains { $0.count(of: currency) > 0 } }

    /// The source that a series of the pair is taken from, one for all its points: of those that quote both currencies
    /// the one that has done so longest, the first by name if several have.
    func source(quoting one: CurrencyCode, _ other: CurrencyCode) -> SourceBook? {
        let ranked = sources.values.map { (book: $0, days: min($0.count(of: one), $0.count(of: other))) }
        return ranked.filter { $0.days > 0 }
            .min { ($1.days, $0.book.source) < ($0.days, $1.book.source) }?.book
    }

    /// Names everything that is held: equal for two books only when they hold the same rows.
    var content: ContentMark {
        sources.values.reduce(into: ContentMark()) { $0.add($1.content) }
    }

    /// When the newest row of all was recorded; nil when nothing is held.
    var newestRecording: Instant? { sources.values.compactMap(\.newestRecording).max() }

    /// When the first row of all was recorded; nil when nothing is held.
    var firstRecording: Instant? { sources.values.compactMap { $0.recordings(around: .distantPast).next }.min() }

    /// Whether nothing at all is held.
    var isEmpty: Bool { sources.isEmpty }

    /// How many different days have a sheet.
    var dayCount: Int {
        guard sources.count > 1 else { return sources.values.first?.days.count ?? 0 }
        return sources.values.reduce(into: Set<Int32>()) { $0.formUnion($1.days) }.count
    }

    /// The first day that has a sheet.
    var oldestDay: Day? { sources.values.compactMap(\.days.first).min().map(Day.init(number:)) }

    /// The last day that has a sheet.
    var newestDay: Day? { sources.values.compactMap(\.days.last).max().map(Day.init(number:)) }
}
