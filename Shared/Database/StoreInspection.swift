import Foundation
import GRDB

/// Looks at a store that is there already before anything may write to it, so that a file which is refused is left byte
/// for byte as it was found: the pool writes as soon as it opens.
struct StoreInspection: Sendable {
    let file: StoreFile
    /// What the lock file said before this process took it.
    let record: LockRecord

    /// - Throws: `StoreError` when the file must not be used; `DatabaseError` when SQLite cannot read it.
    func run(_ plan: MigrationPlan, checkIntegrity: Bool) throws {
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        let size = try StoreFile.size(of: file.path)
        // Killed at an unlucky moment, a process leaves pages in the log, or in the journal of the first start, that the
        // file does not have yet.
        let isAtRest = try StoreFile.size(of: file.writeAheadLog) == 0 && StoreFile.size(of: file.journal) == 0
        guard size > 0 else { return try refuseEmptied(isAtRest: isAtRest) }
        if isAtRest, size < Self.smallestPage { throw StoreError.notADatabase(file: file.path) }
        do {
            let queue = try DatabaseQueue(path: file.path, configuration: .reading())
            try queue.read { db in
                if isAtRest { try refusePartOfAPage(db, size: size) }
                _ = try plan.pending(in: db, of: file)
                let isChecked = checkIntegrity || size <= StoreBounds.checkedFileBytes
                let findings = isChecked ? IntegrityCheck.findings(in: db) : []
                guard findings.isEmpty else { throw StoreError.damaged(file: file.path, findings: findings) }
            }
            try queue.close()
        } catch DatabaseError.SQLITE_READONLY_ROLLBACK {
            // The journal of a first start that was killed: only a connection that writes can take it back.
        }
    }

    /// SQLite takes an empty file for a new database, and throws away a write-ahead log found beside one.
    private func refuseEmptied(isAtRest: Bool) throws {
        if record.holdsData || !isAtRest {
            throw StoreError.damaged(file: file.path, findings: ["the file is empty, though it has held data"])
        }
    }

    /// SQLite reads a last page that is cut short as if zeros followed.
    private func refusePartOfAPage(_ db: Database, size: Int64) throws {
        let pageSize = try Int64.fetchOne(db, sql: "PRAGMA page_size") ?? Self.smallestPage
        guard size.isMultiple(of: pageSize) else {
            throw StoreError.damaged(
                file: file.path, findings: ["it is cut short: \(size) bytes are no whole number of pages"])
        }
    }

    /// In bytes (sqlite.org/fileformat.html section 1.3.2).
    private static let smallestPage: Int64 = 512
}
