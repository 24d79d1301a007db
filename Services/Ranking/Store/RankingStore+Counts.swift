import GRDB
import SharedDatabase
import SharedDomain

/// A country on a day: what a row of counts is of.
struct CountedPlace: Sendable, Hashable {
    let day: Day
    let country: CountryCode
}

extension RankingStore {
    /// Reads the tallies from a day on into memory. In a transaction of the one writer, so that none is missed that is
    /// being committed.
    func fillMemory(from oldest: Day) async throws {
        try await store.write { db in
            memory.fill(from: oldest, try tallies(from: oldest, through: Day(number: .max), in: db))
        }
    }

    /// How often each country was selected on each of the days from `first` to `last`, as of one moment.
    func tallies(from first: Day, through last: Day) async throws -> [CountryTally] {
        try await store.read { try tallies(from: first, through: last, in: $0) }
    }

    /// The tally of one country on one day, nil when there is none.
    func tally(of place: CountedPlace, in db: Database) throws -> CountryTally? {
        let statement = try db.cachedStatement(sql: Self.countsOfPlace)
        let arguments: StatementArguments = [place.day.number, place.country.description]
        return try Row.fetchOne(statement, arguments: arguments).map { try CountryTally($0) }
    }

    private func tallies(from first: Day, through last: Day, in db: Database) throws -> [CountryTally] {
        let statement = try db.cachedStatement(sql: Self.countsOfDays)
        let rows = try Row.fetchCursor(statement, arguments: [first.number, last.number])
        var tallies: [CountryTally] = []
        while let row = try rows.next() { tallies.append(try CountryTally(row)) }
        return tallies
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

    static let countsOfPlace = """
        SELECT day, country, selections, users, last_selected_at FROM selection_counts WHERE day = ? AND country = ?
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
