import GRDB
import SharedDatabase
import SharedDomain
import SharedTelemetry

extension CurrencyHoldings {
    /// Reads what a store holds.
    /// - Parameter rateSources: the sources that rates are taken from, the preferred one first.
    /// - Parameter metrics: where it counts which questions were answered before.
    /// - Throws: `ServiceError` when the store does not answer.
    static func load(
        from store: Store, rateSources: [SourceID], metrics: MetricsRegistry
    ) async throws -> CurrencyHoldings {
        let lookups = CacheCounters(layer: "rates_table", metrics)
        let contents = try await store.read { try Contents($0, rateSources: rateSources, lookups: lookups) }
        return CurrencyHoldings(contents, rateSources: rateSources, lookups: lookups)
    }

    /// Reads the state that the transaction of `db` has made, and shows it to readers once that is committed: memory
    /// never runs ahead of the store, and a transaction that fails leaves no trace. Commits follow one another, so the
    /// newest state is the last one shown.
    func follow(_ db: Database) throws {
        let contents = try Contents(db, rateSources: rateSources, lookups: lookups)
        db.afterNextTransaction { _ in self.replace(with: contents) }
    }
}

extension CurrencyHoldings.Contents {
    fileprivate init(_ db: Database, rateSources: [SourceID], lookups: CacheCounters) throws {
        let sheets = SheetTable(db: db)
        let sources = try rateSources.compactMap { source -> RecentSheets? in
            guard let newest = try sheets.newestDay(of: source) else { return nil }
            let first = newest.adding(days: -RecentSheets.lookBackDays)
            return RecentSheets(try sheets.sheets(of: source, from: first, through: newest))
        }
        self.init(
            rates: RatesSnapshot(sources: sources, lookups: lookups), prices: try PriceTable(db: db).holdings())
    }
}
