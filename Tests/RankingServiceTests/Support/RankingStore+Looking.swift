import GRDB
import SharedDatabase
import SharedDomain

@testable import RankingService

/// A count per day and country, as the store keeps it or as it follows from the selections.
struct StoredCount: Sendable, Hashable {
    let day: Int32
    let country: String
    let selections: Int
    let users: Int
    let lastSelectedAt: Int64
}

extension RankingStore {
    /// The counts as they were kept along the way.
    func keptCounts() async throws -> [StoredCount] {
        try await counts("SELECT day, country, selections, users, last_selected_at FROM selection_counts ORDER BY 1, 2")
    }

    /// The counts made anew from the selections: what the kept ones are defined to be.
    func rebuiltCounts() async throws -> [StoredCount] {
        try await counts(
            """
            SELECT day, country, count(*), count(DISTINCT user), max(selected_at)
            FROM selections WHERE counted = 1 GROUP BY day, country ORDER BY 1, 2
            """)
    }

    /// A number that the store gives to a question.
    func number(_ sql: String) async throws -> Int {
        try await store.read { try Int.fetchOne($0, sql: sql) ?? 0 }
    }

    /// The identities of all selections.
    func identities() async throws -> Set<String> {
        try await store.read { Set(try String.fetchAll($0, sql: "SELECT id FROM selections")) }
    }

    private func counts(_ sql: String) async throws -> [StoredCount] {
        try await store.read { db in
            try Row.fetchAll(db, sql: sql).map { row in
                StoredCount(day: row[0], country: row[1], selections: row[2], users: row[3], lastSelectedAt: row[4])
            }
        }
    }
}
