import GRDB
import SharedDatabase
import SharedDomain

extension IngestorStore {
    /// Refusals kept; the oldest go.
    static let mostRefusals = 10_000

    /// Notes what was refused. What was refused before, in this or an earlier run, is not noted again.
    /// - Returns: the refusals that are new.
    static func note(
        _ refusals: [Refusal], of source: SourceID, run: Int64, at now: Instant, in db: Database
    ) throws -> [Refusal] {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO refusal (source, day, subject, value, rule, reason, run_id, refused_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, day, subject, value) DO NOTHING
                """)
        return try refusals.filter { refusal in
            try insert.execute(arguments: [
                source.description, refusal.day.number, refusal.subject, refusal.value, refusal.rule.rawValue,
                refusal.reason, run, now.milliseconds,
            ])
            return db.changesCount > 0
        }
    }

    /// Notes that figures of a day which were refused for their jump are accepted after all.
    static func confirm(_ quotes: [Quote], on day: Day, of source: SourceID, at now: Instant, in db: Database) throws {
        let open = try Row.fetchAll(
            db,
            SQLRequest(
                sql: """
                    SELECT id, subject, value FROM refusal
                    WHERE source = ? AND day = ? AND rule = 'jump' AND confirmed_at IS NULL
                    """, arguments: [source.description, day.number], cached: true))
        for row in open {
            let (subject, value): (String, String) = (row[1], row[2])
            guard quotes.contains(where: { "\($0.currency)" == subject && $0.price == ExactDecimal(value) }) else {
                continue
            }
            try db.execute(
                sql: "UPDATE refusal SET confirmed_at = ? WHERE id = ?", arguments: [now.milliseconds, row[0] as Int64])
        }
    }

    /// What was refused, newest first.
    func refusals(of source: SourceID, limit: Int) async throws -> [Refusal] {
        try await store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT rule, day, subject, value, reason FROM refusal WHERE source = ? ORDER BY id DESC LIMIT ?
                    """, arguments: [source.description, limit]
            ).compactMap { row in
                guard let rule = Refusal.Rule(rawValue: row[0]) else { return nil }
                return Refusal(rule, day: Day(number: row[1]), subject: row[2], value: row[3], reason: row[4])
            }
        }
    }
}
