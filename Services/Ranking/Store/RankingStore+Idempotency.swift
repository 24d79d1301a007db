import Foundation
import GRDB
import SharedDomain

extension RankingStore {
    /// What became of the request that the key was first sent with; nil for a key that is new, or so old that it is
    /// forgotten.
    func outcome(of claim: IdempotencyClaim, at now: Instant, in db: Database) throws -> SelectionOutcome? {
        let statement = try db.cachedStatement(sql: Self.findKey)
        let arguments: StatementArguments = [claim.key.bytes, newestForgotten(at: now)]
        guard let row = try Row.fetchOne(statement, arguments: arguments) else { return nil }
        let request: Data = row["request"]
        return request == claim.request.bytes ? .repeated(SelectionID(stored: row["selection"])) : .keyReused
    }

    /// Keeps the key with the selection that it stands for from now on.
    func remember(_ claim: IdempotencyClaim, for selection: Selection, in db: Database) throws {
        try db.cachedStatement(sql: Self.rememberKey).execute(arguments: [
            claim.key.bytes, claim.request.bytes, selection.id.description, selection.selectedAt.milliseconds,
        ])
    }

    /// Removes keys whose time is over, the oldest first and a bounded number at once.
    func forgetOldKeys(at now: Instant, in db: Database) throws {
        try db.cachedStatement(sql: Self.forgetKeys).execute(arguments: [
            newestForgotten(at: now), Self.forgottenKeysPerTransaction,
        ])
    }

    private func newestForgotten(at now: Instant) -> Int64 {
        now.advanced(by: .zero - idempotencyRetention).milliseconds
    }

    static let findKey = "SELECT request, selection FROM idempotency_keys WHERE key = ? AND recorded_at > ?"

    // An old key that is still there gives way.
    private static let rememberKey = """
        INSERT INTO idempotency_keys (key, request, selection, recorded_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET
            request = excluded.request, selection = excluded.selection, recorded_at = excluded.recorded_at
        """

    static let forgetKeys = """
        DELETE FROM idempotency_keys WHERE key IN (
            SELECT key FROM idempotency_keys WHERE recorded_at <= ? ORDER BY recorded_at LIMIT ?
        )
        """
}
