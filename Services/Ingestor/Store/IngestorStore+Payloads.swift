import Crypto
import Foundation
import GRDB
import SharedDatabase
import SharedDomain

extension IngestorStore {
    /// What is kept of payloads; the oldest go first.
    struct ArchiveLimits: Sendable {
        /// How many arrivals are remembered.
        var arrivals = 10_000
        /// The bytes of all contents together. The full history alone has about 10 MB.
        var bytes = 64 * 1024 * 1024
    }

    /// Keeps a payload as it came: the arrival always, the content once however often it came.
    func archive(_ payload: Payload, of source: SourceID, limits: ArchiveLimits = ArchiveLimits()) async throws {
        let content = Data(payload.body)
        let hash = Data(SHA256.hash(data: content))
        let headers = String(decoding: try Self.headerEncoder.encode(payload.headers), as: UTF8.self)
        try await store.write { db in
            try db.execute(
                sql: "INSERT INTO payload_content (hash, bytes) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
                arguments: [hash, content])
            try db.execute(
                sql: """
                    INSERT INTO payload (source, fetched_at, url, status, headers, size, hash)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    source.description, payload.fetchedAt.milliseconds, payload.url, payload.status, headers,
                    content.count, hash,
                ])
            try Self.forgetOldest(beyond: limits, newest: db.lastInsertedRowID, in: db)
        }
    }

    /// The newest content that a source sent, with where it came from.
    func newestPayload(of source: SourceID) async throws -> Payload? {
        try await store.read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT url, fetched_at, status, headers, bytes FROM payload JOIN payload_content USING (hash)
                    WHERE source = ? ORDER BY id DESC LIMIT 1
                    """, arguments: [source.description])
            guard let row else { return nil }
            let headers = try JSONDecoder().decode([String: String].self, from: Data((row[3] as String).utf8))
            return Payload(
                origin: .live, url: row[0], fetchedAt: Instant(milliseconds: row[1]), status: row[2],
                headers: headers, body: [UInt8](row[4] as Data))
        }
    }

    private static let headerEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return encoder
    }()

    private static func forgetOldest(beyond limits: ArchiveLimits, newest: Int64, in db: Database) throws {
        try db.execute(sql: "DELETE FROM payload WHERE id <= ?", arguments: [newest - Int64(limits.arrivals)])
        // Each content counts for its newest arrival; what no longer fits goes, save the newest of all.
        try db.execute(
            sql: """
                DELETE FROM payload WHERE hash IN (
                    SELECT hash FROM (
                        SELECT hash, latest, sum(size) OVER (ORDER BY latest DESC) AS total FROM (
                            SELECT hash, max(id) AS latest, max(size) AS size FROM payload GROUP BY hash))
                    WHERE total > ? AND latest <> ?)
                """, arguments: [limits.bytes, newest])
        try db.execute(
            sql: """
                DELETE FROM payload_content
                WHERE NOT EXISTS (SELECT 1 FROM payload WHERE payload.hash = payload_content.hash)
                """)
    }
}
