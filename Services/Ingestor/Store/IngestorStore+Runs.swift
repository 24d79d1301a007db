import GRDB
import SharedDatabase
import SharedDomain

extension IngestorStore {
    /// Runs kept; the oldest go.
    static let mostRuns = 2_000

    /// Notes the beginning of a run.
    /// - Returns: its number.
    func beginRun(_ mode: ExecutionMode, at now: Instant) async throws -> Int64 {
        try await store.write { db in
            try db.execute(
                sql: "INSERT INTO run (mode, started_at) VALUES (?, ?)",
                arguments: [mode.rawValue, now.milliseconds])
            return db.lastInsertedRowID
        }
    }

    /// Notes how a run ended, and lets go of the oldest runs and refusals.
    func finish(
        _ run: Int64, _ outcomes: [SourceOutcome], at now: Instant, keeping runs: Int = mostRuns
    ) async throws {
        try await store.write { db in
            for outcome in outcomes {
                for part in outcome.parts { try Self.note(part, of: outcome.source, run: run, in: db) }
                try Self.note(outcome, at: now, in: db)
            }
            try db.execute(sql: "UPDATE run SET finished_at = ? WHERE id = ?", arguments: [now.milliseconds, run])
            try db.execute(sql: "DELETE FROM run WHERE id <= ?", arguments: [run - Int64(runs)])
            try db.execute(
                sql: "DELETE FROM refusal WHERE id <= (SELECT max(id) FROM refusal) - ?",
                arguments: [Self.mostRefusals])
        }
    }

    private static func note(_ part: SourceOutcome.Part, of source: SourceID, run: Int64, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO run_source (run_id, source, origin, accepted, duplicate, corrected, refused, failure)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                run, source.description, part.origin.rawValue, part.counts.accepted, part.counts.duplicate,
                part.counts.corrected, part.counts.refused, part.failure,
            ])
    }

    private static func note(_ outcome: SourceOutcome, at now: Instant, in db: Database) throws {
        guard !outcome.parts.isEmpty else { return }
        let failure = outcome.parts.compactMap(\.failure).last
        let succeeded = outcome.parts.contains { !$0.hasFailed }
        try db.execute(
            sql: """
                INSERT INTO source_state (source, last_success, last_failure, last_error) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT (source) DO UPDATE
                SET last_success = coalesce(?2, last_success), last_failure = coalesce(?3, last_failure),
                    last_error = ?4
                """,
            arguments: [
                outcome.source.description, succeeded ? now.milliseconds : nil,
                failure == nil ? nil : now.milliseconds, failure,
            ])
    }
}
