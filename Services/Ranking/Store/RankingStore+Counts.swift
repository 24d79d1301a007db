import GRDB
import SharedDatabase
import SharedDomain

extension RankingStore {
    /// How often each country was selected on each of the days from `first` to `last`, as of one moment.
    func tallies(from first: Day, through last: Day) async throws -> [CountryTally] {
        try await store.read { db in
            let statement = try db.cachedStatement(sql: Self.countsOfDays)
            let rows = try Row.fetchCursor(statement, arguments: [first.number, last.number])
            var tallies: [CountryTally] = []
            while let row = try rows.next() { tallies.append(try CountryTally(row)) }
            return tallies
        }
    }

    /// When the newest selection was recorded, whether it counted or not; nil before the first.
    func lastSelection() async throws -> Instant? {
        try await store.read { db in
            try Int64.fetchOne(db.cachedStatement(sql: Self.newestSelection)).map { Instant(milliseconds: $0) }
        }
    }

    static let countsOfDays = """
        SELECT day, country, selections, users, last_selected_at FROM selection_counts WHERE day BETWEEN ? AND ?
        """

    static let newestSelection = "SELECT selected_at FROM selections ORDER BY id DESC LIMIT 1"
}

extension CountryTally {
    fileprivate init(_ row: Row) throws {
        let text: String = row["country"]
        guard let country = CountryCode(text) else { throw ServiceError.internalError() }
        self.init(
            country: country, day: Day(number: row["day"]), selections: row["selections"], users: row["users"],
            lastSelectedAt: Instant(milliseconds: row["last_selected_at"]))
    }
}
