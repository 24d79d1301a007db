import SharedDomain

/// What one sheet, or one correction of it, adds to what is held: a row for each figure that is new, changed or gone.
struct SheetEdition: Sendable {
    /// What a currency has from now on; nil when the source withdrew it.
    struct Change: Sendable {
        let currency: CurrencyCode
        let observation: Observation?
    }

    let source: SourceID
    let pivot: CurrencyCode
    /// The day the figures are for: when they were observed.
    let day: Day
    /// When the source made the sheet public. Editions of one day that have this in common are corrections of one
    /// publication; one with another is a further observation of the day.
    let publishedAt: Instant
    /// When we recorded it.
    let recordedAt: Instant
    /// By currency, none twice.
    var changes: [Change]

    init(
        source: SourceID, pivot: CurrencyCode, day: Day, publishedAt: Instant, recordedAt: Instant,
        changes: [Change] = []
    ) {
        self.source = source
        self.pivot = pivot
        self.day = day
        self.publishedAt = publishedAt
        self.recordedAt = recordedAt
        self.changes = changes
    }

    init(_ sheet: Sheet, recordedAt: Instant, changes: [Change]) {
        self.init(
            source: sheet.source, pivot: sheet.pivot, day: sheet.day, publishedAt: sheet.publishedAt,
            recordedAt: recordedAt, changes: changes)
    }
}

extension Sheet {
    /// Everything that it says, by currency.
    var observations: [SheetEdition.Change] {
        quotes.map { SheetEdition.Change(currency: $0.currency, observation: Observation($0)) }
    }
}
