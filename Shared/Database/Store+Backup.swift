import GRDB
package import Logging

extension Store {
    /// Copies the store as it is at one moment, while reads and writes go on.
    ///
    /// - Parameter destination: A file that does not exist yet. It becomes one self-contained database, checked for
    ///   integrity before it gets its name.
    /// - Returns: The size of the copy in bytes.
    /// - Throws: `StoreError.backupFailed`; nothing is left behind then.
    @discardableResult
    package func backup(to destination: String) async throws -> Int64 {
        let destination = try BackupDestination(destination)
        do {
            try refuseWhenClosed()
        } catch {
            throw destination.failed(StoreError.reason(of: error))
        }
        return try await Self.copy(pool, to: destination, logger)
    }

    /// Copies the store at `path` from outside the service that owns it, whether that runs or not.
    ///
    /// The copy is read through a connection opened with `SQLITE_OPEN_READONLY`, which makes this safe next to a running
    /// service in spite of the fault of SQLite that the lock guards against: that one takes two connections that *write
    /// or checkpoint*, and such a connection can do neither. It sees one snapshot of the file and its write-ahead log
    /// for as long as it copies. Nor does it move the log into the database when it closes last, for instance after the
    /// service was killed: SQLite does so only under an exclusive lock, and the kernel gives no write lock on a file
    /// opened for reading. For the same reasons it does not take the store's lock, so that a service may start meanwhile.
    ///
    /// - Parameter destination: As for `backup(to:)`.
    /// - Returns: The size of the copy in bytes.
    /// - Throws: `StoreError`: the store is not there, or damaged, or no copy could be written.
    @discardableResult
    package static func backup(of path: String, to destination: String, logger: Logger) async throws -> Int64 {
        let file = try StoreFile(existing: path)
        let destination = try BackupDestination(destination)
        let source: DatabaseQueue
        do {
            source = try DatabaseQueue(path: file.path, configuration: .reading())
        } catch {
            throw StoreError(opening: file, error)
        }
        return try await copy(source, to: destination, logger)
    }

    private static func copy(
        _ source: some DatabaseReader, to destination: BackupDestination, _ logger: Logger
    ) async throws -> Int64 {
        try destination.begin()
        do {
            let copy = try DatabaseQueue(path: destination.unfinished)
            try await source.read { from in
                // All pages in one step: one snapshot, where several steps would start again after each write.
                try copy.writeWithoutTransaction { try from.backup(to: $0) }
            }
            try await copy.writeWithoutTransaction { db in
                // The copied header asks for a write-ahead log; a backup is one file.
                try db.execute(sql: "PRAGMA journal_mode = DELETE")
                let findings = IntegrityCheck.findings(in: db)
                guard findings.isEmpty else {
                    throw destination.failed("the store is damaged: \(findings.joined(separator: "; "))")
                }
            }
            try copy.close()
            try destination.publish()
            return try StoreFile.size(of: destination.path)
        } catch {
            discard(destination, logger)
            throw error as? StoreError ?? destination.failed(StoreError.reason(of: error))
        }
    }

    private static func discard(_ destination: BackupDestination, _ logger: Logger) {
        do {
            try destination.discard()
        } catch {
            logger.warning("Part of a failed backup is left", metadata: ["cause": "\(error)"])
        }
    }
}
