import SharedDomain

/// One publication of a source for one day, as it stands after its corrections.
struct DayPublication: Sendable {
    /// When the source made it public.
    let publishedAt: Instant
    /// When its newest edition was recorded.
    private(set) var recordedAt: Instant
    /// What it says now, withdrawn quotes left out.
    private(set) var observations: [CurrencyCode: Observation] = [:]

    init(_ edition: SheetEdition) {
        publishedAt = edition.publishedAt
        recordedAt = edition.recordedAt
        take(edition)
    }

    /// Takes in its first edition, or a later correction.
    mutating func take(_ edition: SheetEdition) {
        recordedAt = max(recordedAt, edition.recordedAt)
        for change in edition.changes { take(change) }
    }

    /// Takes in one row; those of one currency come in the order they were recorded.
    mutating func take(_ change: SheetEdition.Change) {
        observations[change.currency] = change.observation
    }

    /// What turns this into a sheet that says `all`: a row for each currency that differs, without an observation where
    /// the sheet has none.
    func changes(to all: [SheetEdition.Change]) -> [SheetEdition.Change] {
        let said = Set(all.map(\.currency))
        let differing = all.filter { $0.observation != observations[$0.currency] }
        let withdrawn = observations.keys.filter { !said.contains($0) }
        return (differing + withdrawn.map { SheetEdition.Change(currency: $0, observation: nil) })
            .sorted { $0.currency < $1.currency }
    }
}
