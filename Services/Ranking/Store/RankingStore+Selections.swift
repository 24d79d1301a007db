import GRDB
import SharedDatabase
import SharedDomain

extension RankingStore: SelectionLedger {
    /// The most idempotency keys that one transaction forgets: as many as it may add, so that they do not pile up.
    static let forgottenKeysPerTransaction = SelectionWriter.batchLimit

    func append(_ entries: [SelectionEntry]) async throws -> [SelectionOutcome] {
        try await store.write { db in
            if let now = entries.last?.selection.selectedAt { try forgetOldKeys(at: now, in: db) }
            var counted: Set<CountedPlace> = []
            let outcomes = try entries.map { try append($0, counted: &counted, in: db) }
            memory.set(try counted.compactMap { try tally(of: $0, in: db) }, afterCommitOf: db)
            return outcomes
        }
    }

    private func append(
        _ entry: SelectionEntry, counted: inout Set<CountedPlace>, in db: Database
    ) throws -> SelectionOutcome {
        if let claim = entry.claim, let earlier = try outcome(of: claim, at: entry.selection.selectedAt, in: db) {
            return earlier
        }
        if try insert(entry.selection, in: db) {
            counted.insert(CountedPlace(day: entry.selection.day, country: entry.selection.country))
        }
        if let claim = entry.claim { try remember(claim, for: entry.selection, in: db) }
        return .recorded(entry.selection.id)
    }

    /// Whether it counts.
    private func insert(_ selection: Selection, in db: Database) throws -> Bool {
        let isFirst = try insert(selection, isFirst: true, isCounted: true, in: db)
        let isCounted = isFirst || !countsOncePerDay
        if !isFirst { _ = try insert(selection, isFirst: false, isCounted: isCounted, in: db) }
        if isCounted { try count(selection, addingUsers: isFirst ? 1 : 0, in: db) }
        return isCounted
    }

    /// Whether it was inserted: a first one is not where there is one.
    private func insert(_ selection: Selection, isFirst: Bool, isCounted: Bool, in db: Database) throws -> Bool {
        let statement = try db.cachedStatement(sql: Self.insertSelection)
        try statement.execute(arguments: [
            selection.id.description, selection.user.bytes, selection.country.description, selection.day.number,
            selection.selectedAt.milliseconds, isFirst, isCounted, selection.session?.bytes,
            selection.referrer?.description, selection.address?.bytes, selection.userAgent?.bytes,
        ])
        return db.changesCount == 1
    }

    private func count(_ selection: Selection, addingUsers users: Int, in db: Database) throws {
        try db.cachedStatement(sql: Self.count).execute(arguments: [
            selection.day.number, selection.country.description, users, selection.selectedAt.milliseconds,
        ])
    }

    static let insertSelection = """
        INSERT INTO selections
            (id, user, country, day, selected_at, first_of_day, counted, session, referrer, address, user_agent)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (day, country, user) WHERE first_of_day = 1 DO NOTHING
        """

    private static let count = """
        INSERT INTO selection_counts (day, country, selections, users, last_selected_at) VALUES (?, ?, 1, ?, ?)
        ON CONFLICT (day, country) DO UPDATE SET
            selections = selections + 1,
            users = users + excluded.users,
            last_selected_at = max(last_selected_at, excluded.last_selected_at)
        """
}
