import GRDB
import SharedDatabase
import SharedDomain

/// Makes every bar anew from the observations. The bars of days whose observations are no longer kept stay as they are.
struct RollupRebuild: Sendable {
    /// What came of it.
    struct Outcome: Sendable, Equatable {
        /// Bars written.
        var written = 0
        /// Bars that were missing, too many or different before.
        var differing = 0
        /// Bars that stay because their observations are no longer kept.
        var kept = 0
    }

    let store: Store

    /// One transaction for each currency of a source.
    ///
    /// - Parameter progress: told how many of how many currencies are done.
    /// - Throws: `ServiceError` when the store does not answer.
    func run(progress: (Int, Int) -> Void = { _, _ in }) async throws -> Outcome {
        let book = try await store.read { try ObservationTable(db: $0).book() }
        var outcome = Outcome()
        let sources = book.sources.values.sorted { $0.source < $1.source }
        let all = try await store.read { db in
            try sources.map { $0.currenciesWithBars.union(try BarTable(db: db).currencies(from: $0.source)).sorted() }
        }
        let total = all.reduce(0) { $0 + $1.count }
        var done = 0
        for (source, currencies) in zip(sources, all) {
            outcome.kept += source.reducedBars.values.reduce(0) { $0 + $1.days.count }
            for currency in currencies {
                let expected = try source.bars(of: currency)
                let (written, differing) = try await store.write { db in
                    try Self.put(expected, of: currency, from: source.source, db)
                }
                outcome.written += written
                outcome.differing += differing
                done += 1
                progress(done, total)
            }
        }
        return outcome
    }

    private static func put(
        _ expected: [Int32: DayBars], of currency: CurrencyCode, from source: SourceID, _ db: Database
    ) throws -> (written: Int, differing: Int) {
        let table = BarTable(db: db)
        let before = try table.kept(of: currency, from: source)
        try table.deleteKept(of: currency, from: source)
        for (day, bars) in expected { try table.put(bars, of: currency, on: day, from: source) }
        let after = try table.kept(of: currency, from: source)
        let differing = Set(before.keys).union(after.keys).count { before[$0] != after[$0] }
        return (after.count, differing)
    }
}

extension SourceBook {
    /// The currencies that some day may have several publications of.
    fileprivate var currenciesWithBars: Set<CurrencyCode> {
        editions.values.filter { $0.publications.count > 1 }.reduce(into: []) { $0.formUnion($1.currencies) }
    }

    /// The bars of every day of a currency whose observations are kept.
    ///
    /// - Throws: as `Bar`.
    func bars(of currency: CurrencyCode) throws(ServiceError) -> [Int32: DayBars] {
        var bars: [Int32: DayBars] = [:]
        for (day, editions) in editions where reducedBars[currency]?[day] == nil {
            if let ofDay = try editions.bars(of: currency) { bars[day] = ofDay }
        }
        return bars
    }
}
