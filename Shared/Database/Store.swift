package import GRDB
import Logging
import Synchronization

/// One SQLite file of one service: a pool with one writing connection and a few reading ones, of which there is never
/// another on the same file.
///
/// Every `write` is durable when it returns: write-ahead log and `synchronous=FULL`, so the log is on the disk before
/// the commit is reported. Tables are `STRICT` by convention. SQLite before 3.51.3 can damage a file that two
/// connections write or checkpoint at the same moment (sqlite.org/wal.html#walresetbug): here only the pool's one
/// writing connection ever does either, and the lock keeps every other process out.
package final class Store: Sendable {
    /// The database file: absolute, without symbolic links.
    package var path: String { file.path }
    /// The name of the service that owns the store.
    package let service: String

    let file: StoreFile
    let pool: DatabasePool
    let logger: Logger
    private let lock: StoreLock
    private let isClosed = Mutex(false)

    init(file: StoreFile, service: String, pool: DatabasePool, lock: StoreLock, logger: Logger) {
        self.file = file
        self.service = service
        self.pool = pool
        self.lock = lock
        self.logger = logger
    }

    deinit {
        guard beginClosing() else { return }
        finishClosing()
    }

    /// Answers a question from one consistent state of the store, next to writes and other reads.
    ///
    /// - Throws: what `body` throws; `ServiceError` in place of an error of SQLite.
    package func read<T: Sendable>(_ body: @Sendable (Database) throws -> T) async throws -> T {
        do {
            try refuseWhenClosed()
            return try await pool.read(body)
        } catch {
            throw failure.translated(error, during: "a read")
        }
    }

    /// Makes a change in one transaction, after those asked for before. It is on the disk when this returns, and nothing
    /// of it remains when this throws.
    ///
    /// - Throws: what `body` throws; `ServiceError` in place of an error of SQLite; `CancellationError` when the task is
    ///   cancelled before the commit.
    package func write<T: Sendable>(_ body: @Sendable (Database) throws -> T) async throws -> T {
        do {
            try refuseWhenClosed()
            return try await pool.write(body)
        } catch {
            throw failure.translated(error, during: "a write")
        }
    }

    /// Bytes on the disk: the database and its write-ahead log.
    ///
    /// - Throws: `ServiceError` when the disk does not say.
    package var fileSizeBytes: Int64 {
        get throws {
            do {
                return try StoreFile.size(of: file.path) + StoreFile.size(of: file.writeAheadLog)
            } catch {
                logger.error("The size of the store is unknown", metadata: ["cause": "\(error)"])
                throw StoreError.unusable(file: file.path, reason: "\(error)").serviceError
            }
        }
    }

    /// Moves the write-ahead log into the database and empties it. Writes wait meanwhile, at most the busy time-out.
    ///
    /// - Returns: whether the log is empty now; a long read, or a backup, can prevent that.
    @discardableResult
    package func checkpoint() async throws -> Bool {
        do {
            try refuseWhenClosed()
            return try await pool.writeWithoutTransaction { try Self.emptyWriteAheadLog($0) }
        } catch {
            throw failure.translated(error, during: "a checkpoint")
        }
    }

    /// Waits for what is under way, moves the write-ahead log into the database, closes the file and gives up the lock.
    /// Completes in a cancelled task too, and does nothing the second time.
    package func close() async {
        guard beginClosing() else { return }
        await withCheckedContinuation { done in
            // The form with a callback is the one that a cancelled task cannot interrupt.
            pool.asyncBarrierWriteWithoutTransaction { writer in
                self.emptyWriteAheadLogForGood(writer)
                done.resume()
            }
        }
        finishClosing()
    }

    var failure: SQLiteFailure { SQLiteFailure(logger: logger) }

    func refuseWhenClosed() throws {
        guard !isClosed.withLock({ $0 }) else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the store is closed")
        }
    }

    private func beginClosing() -> Bool {
        isClosed.withLock { isClosed in
            defer { isClosed = true }
            return !isClosed
        }
    }

    private func finishClosing() {
        do {
            // A reading connection that closes last leaves the write-ahead log lying there.
            pool.invalidateReadOnlyConnections()
            try pool.close()
            try lock.release()
        } catch {
            logger.error("The store was not closed in order; nothing is lost", metadata: ["cause": "\(error)"])
        }
    }

    private func emptyWriteAheadLogForGood(_ writer: Result<Database, any Error>) {
        do {
            if try !Self.emptyWriteAheadLog(writer.get()) {
                logger.notice("The write-ahead log is still being read and stays; the next start takes it in")
            }
        } catch {
            logger.error("The last checkpoint failed; nothing is lost", metadata: ["cause": "\(error)"])
        }
    }

    /// As SQL and not through the C function, which reports a busy log as an error.
    private static func emptyWriteAheadLog(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0
    }
}
