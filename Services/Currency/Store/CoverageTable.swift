import GRDB
import SharedDatabase
import SharedDomain

/// The rows of the first and the last day of each source's currencies, in one transaction.
struct CoverageTable {
    /// What widens the row of one currency, or makes it; it changes nothing where the row reaches as far already.
    static let widening = """
        INSERT INTO coverage (source, currency, first_day, last_day) VALUES (?, ?, ?, ?)
        ON CONFLICT (source, currency) DO UPDATE
        SET first_day = min(first_day, excluded.first_day), last_day = max(last_day, excluded.last_day)
        WHERE excluded.first_day < first_day OR excluded.last_day > last_day
        """

    let db: Database

    /// Everything there is: at most as many rows as sources times currencies.
    func coverage() throws -> SourceCoverage {
        var coverage = SourceCoverage()
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT source, currency, first_day, last_day FROM coverage"))
        while let row = try rows.next() {
            let (name, code): (String, String) = (row[0], row[1])
            let (first, last) = (Day(number: row[2]), Day(number: row[3]))
            guard let source = SourceID(name), let currency = CurrencyCode(code), first <= last else {
                throw UnreadableRow(table: "coverage", key: "\(name) \(code)")
            }
            coverage.add(source, currency, first...last)
        }
        return coverage
    }

    /// Takes in more days.
    /// - Returns: whether anything changed.
    func widen(by coverage: SourceCoverage) throws -> Bool {
        let statement = try db.cachedStatement(sql: Self.widening)
        var isChanged = false
        for (source, currencies) in coverage.days {
            for (currency, days) in currencies {
                try statement.execute(arguments: [
                    source.description, currency.description, Int64(days.lowerBound.number),
                    Int64(days.upperBound.number),
                ])
                isChanged = db.changesCount > 0 || isChanged
            }
        }
        return isChanged
    }
}
