import GRDB
import SharedDatabase

extension SeriesMemory {
    /// A memory filled from a store.
    ///
    /// - Throws: `ServiceError` when the store does not answer.
    static func load(
        from store: Store, intradayDays: Int = IntradayRetention.standardDays
    ) async throws -> SeriesMemory {
        SeriesMemory(try await store.read { try ObservationTable(db: $0).book(intradayDays: intradayDays) })
    }

    /// Shows readers a new book once the transaction of `db` is committed: memory never runs ahead of the store, and a
    /// transaction that fails leaves no trace. Commits follow one another, so the newest book is the last one shown.
    func publish(_ book: RateBook, afterCommitOf db: Database) {
        db.afterNextTransaction { _ in self.publish(book) }
    }
}
