import GRDB
import SharedDatabase
import SharedDomain
import SharedTelemetry

extension CurrencyHoldings {
    /// Reads what a store holds.
    /// - Parameter metrics: where it counts which questions were answered before.
    /// - Throws: `ServiceError` when the store does not answer.
    static func load(
        from store: Store, preferences: RatePreferences, metrics: MetricsRegistry
    ) async throws -> CurrencyHoldings {
        let lookups = CacheCounters(layer: "rates_table", metrics)
        let contents = try await store.read { try Contents($0, preferences: preferences, lookups: lookups) }
        return CurrencyHoldings(contents, preferences: preferences, lookups: lookups)
    }

    /// The same with sources that have no rules beside their order.
    static func load(
        from store: Store, rateSources: [SourceID], metrics: MetricsRegistry
    ) async throws -> CurrencyHoldings {
        try await load(from: store, preferences: RatePreferences(sources: rateSources), metrics: metrics)
    }

    /// Reads the state that the transaction of `db` has made, and shows it to readers once that is committed: memory
    /// never runs ahead of the store, and a transaction that fails leaves no trace. Commits follow one another, so the
    /// newest state is the last one shown.
    func follow(_ changes: StoreChanges, in db: Database) throws {
        guard !changes.isEmpty else { return }
        // What did not change is not read again, and keeps what it has computed.
        let held = inMemory.flatMap { $0.origin == .store ? $0 : nil }
        let contents = try Contents(
            db, preferences: preferences, lookups: lookups,
            rates: changes.contains(.rates) ? nil : held?.rates,
            prices: changes.contains(.prices) ? nil : held?.prices)
        db.afterNextTransaction { _ in self.replace(with: contents) }
    }
}

extension CurrencyHoldings.Contents {
    /// Reads what a store holds.
    /// - Parameters:
    ///   - rates: those that it is known to hold; nil reads them.
    ///   - prices: likewise.
    init(
        _ db: Database, preferences: RatePreferences, lookups: CacheCounters, rates: RatesSnapshot? = nil,
        prices: PriceHoldings? = nil
    ) throws {
        let coverage = try CoverageTable(db: db).coverage()
        self.init(
            rates: try rates
                ?? RatesSnapshot(
                    sources: Self.recentSheets(db, of: preferences.collected), preferences: preferences,
                    lookups: lookups),
            prices: try prices ?? PriceTable(db: db).holdings(),
            coverage: coverage.byCurrency(of: preferences.collected), sourceCoverage: coverage)
    }

    private static func recentSheets(_ db: Database, of sources: [SourceID]) throws -> [RecentSheets] {
        let sheets = SheetTable(db: db)
        return try sources.compactMap { source -> RecentSheets? in
            guard let newest = try sheets.newestDay(of: source) else { return nil }
            let first = newest.adding(days: -RecentSheets.lookBackDays)
            return RecentSheets(try sheets.sheets(of: source, from: first, through: newest))
        }
    }
}
