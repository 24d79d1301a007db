import SharedDatabase
import SharedDomain

/// The second layer over the service's store.
struct StoredRates: RateStore {
    let store: Store
    /// Which sources there are, and who counts their lookups.
    let holdings: CurrencyHoldings

    func contents() async throws -> CurrencyHoldings.Contents {
        try await store.read { db in
            try CurrencyHoldings.Contents(db, preferences: holdings.preferences, lookups: holdings.lookups)
        }
    }

    func sheets(_ days: ClosedRange<Day>) async throws -> StoredSheets {
        try await store.read { db in
            let table = SheetTable(db: db)
            var newestDays: [SourceID: Day] = [:]
            var sheets: [Sheet] = []
            for source in holdings.preferences.collected {
                newestDays[source] = try table.newestDay(of: source)
                sheets += try table.sheets(of: source, from: days.lowerBound, through: days.upperBound)
            }
            return StoredSheets(newestDays: newestDays, sheets: sheets)
        }
    }
}
