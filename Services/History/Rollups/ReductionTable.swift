import GRDB
import SharedDomain

/// Removes observations that are reduced to the close of their day, in one transaction.
struct ReductionTable {
    /// What removes an observation's transfer prices, the observation, and an edition of which nothing is left.
    static let deleteTransfer = """
        DELETE FROM transfer WHERE source = ? AND currency = ? AND day = ? AND recorded_at = ?
        """
    static let deleteObservation = """
        DELETE FROM observation WHERE source = ? AND currency = ? AND day = ? AND recorded_at = ?
        """
    static let deleteSheet = "DELETE FROM sheet WHERE source = ? AND day = ? AND recorded_at = ?"

    let db: Database

    /// Removes what a reduction lets go of, and marks the bars that stay.
    func apply(_ reduction: DayReduction) throws {
        let source = reduction.source.description
        for (currency, recordedAt) in reduction.observations {
            let key: StatementArguments = [source, currency.description, reduction.day, recordedAt.milliseconds]
            try db.cachedStatement(sql: Self.deleteTransfer).execute(arguments: key)
            try db.cachedStatement(sql: Self.deleteObservation).execute(arguments: key)
        }
        for recordedAt in reduction.sheets {
            try db.cachedStatement(sql: Self.deleteSheet).execute(arguments: [
                source, reduction.day, recordedAt.milliseconds,
            ])
        }
        let bars = BarTable(db: db)
        for (currency, bar) in reduction.bars {
            try bars.put(reduced: bar, of: currency, on: reduction.day, from: reduction.source)
        }
    }
}
