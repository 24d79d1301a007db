import Crypto
import Foundation
import GRDB
import SharedDatabase
import SharedDomain

extension IngestorStore {
    /// An edition that was accepted before.
    struct HeldEdition: Sendable {
        let hash: Data
        let origin: Payload.Origin
        let recordedAt: Instant
    }

    /// The editions of a source's item that are held.
    static func heldEditions(of source: SourceID, item: String, in db: Database) throws -> [Day: HeldEdition] {
        let rows = try Row.fetchAll(
            db,
            SQLRequest(
                sql: """
                    SELECT day, content_hash, origin, recorded_at FROM accepted_edition WHERE source = ? AND item = ?
                    """,
                arguments: [source.description, item], cached: true))
        var held: [Day: HeldEdition] = [:]
        for row in rows {
            held[Day(number: row[0])] = HeldEdition(
                hash: row[1], origin: try Payload.Origin(stored: row[2]), recordedAt: Instant(milliseconds: row[3]))
        }
        return held
    }

    /// SHA-256 of the prices, equal for equal numbers however they are written.
    static func hash(of prices: [Price]) -> Data {
        let lines = prices.map { "\($0.area) \($0.currency) \($0.localPrice.canonical)\n" }
        return Data(SHA256.hash(data: Data(lines.joined().utf8)))
    }

    /// Notes an edition as accepted, in place of the one held for its day.
    static func accept(
        _ edition: PriceEdition, hash: Data, origin: Payload.Origin, at now: Instant, in db: Database
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO accepted_edition (source, item, day, content_hash, origin, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (source, item, day) DO UPDATE
                SET content_hash = excluded.content_hash, origin = excluded.origin,
                    recorded_at = excluded.recorded_at
                """
        ).execute(arguments: [
            edition.source.description, edition.item, edition.day.number, hash, origin.rawValue, now.milliseconds,
        ])
    }
}
