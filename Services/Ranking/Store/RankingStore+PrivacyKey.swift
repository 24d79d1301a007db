import Foundation
import GRDB
import SharedDatabase

extension RankingStore {
    /// Notes that digests are made with this key from now on.
    ///
    /// - Returns: whether users stored until now are still recognised: no other key was used last.
    func adopt(_ key: PrivacyKey) async throws -> Bool {
        let fingerprint = key.fingerprint.bytes
        return try await store.write { db in
            let last = try Data.fetchOne(db, sql: "SELECT fingerprint FROM privacy_key")
            try db.execute(sql: Self.adoptKey, arguments: [fingerprint])
            return last == nil || last == fingerprint
        }
    }

    private static let adoptKey = """
        INSERT INTO privacy_key (id, fingerprint) VALUES (1, ?)
        ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint
        """
}
