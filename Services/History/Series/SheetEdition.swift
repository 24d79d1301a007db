import SharedDomain

/// What one sheet, or one correction of it, adds to what is held: a row for each figure that is new, changed or gone.
struct SheetEdition: Sendable {
    /// The figure that a currency has from now on; nil when the source withdrew it.
    struct Change: Sendable {
        let currency: CurrencyCode
        let figure: Figure?
    }

    let source: SourceID
    let pivot: CurrencyCode
    /// The day the figures are for: when they were observed.
    let day: Day
    /// When the source made the sheet public.
    let publishedAt: Instant
    /// When we recorded it.
    let recordedAt: Instant
    /// By currency, none twice.
    let changes: [Change]

    init(_ sheet: Sheet, recordedAt: Instant, changes: [Change]) {
        source = sheet.source
        pivot = sheet.pivot
        day = sheet.day
        publishedAt = sheet.publishedAt
        self.recordedAt = recordedAt
        self.changes = changes
    }
}
