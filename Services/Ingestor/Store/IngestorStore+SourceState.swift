import Foundation
import GRDB
import SharedDatabase
import SharedDomain

extension IngestorStore {
    /// How a source stands.
    struct SourceState: Sendable, Hashable {
        let source: SourceID
        let lastSuccess: Instant?
        /// Why the last attempt failed; nil since it succeeded.
        let lastError: String?
    }

    /// How each source stands that was ever asked, by name.
    func sourceStates() async throws -> [SourceState] {
        try await store.read { db in
            try Row.fetchAll(
                db,
                SQLRequest(
                    sql: "SELECT source, last_success, last_error FROM source_state ORDER BY source", cached: true)
            ).compactMap { row in
                guard let source = SourceID(row[0] as String) else { return nil }
                let success: Int64? = row[1]
                return SourceState(
                    source: source, lastSuccess: success.map { Instant(milliseconds: $0) }, lastError: row[2])
            }
        }
    }

    /// The hash of the shipped file of a source that was loaded to its end; nil before.
    func shippedHash(of source: SourceID) async throws -> Data? {
        try await store.read { db in
            try Data.fetchOne(
                db, sql: "SELECT shipped_hash FROM source_state WHERE source = ? AND shipped_hash IS NOT NULL",
                arguments: [source.description])
        }
    }

    /// Notes that a shipped file was loaded to its end.
    func noteShipped(_ hash: Data, of source: SourceID) async throws {
        try await store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO source_state (source, shipped_hash) VALUES (?1, ?2)
                    ON CONFLICT (source) DO UPDATE SET shipped_hash = ?2
                    """, arguments: [source.description, hash])
        }
    }
}
