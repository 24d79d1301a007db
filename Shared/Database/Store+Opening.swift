import Foundation
import GRDB
package import Logging
package import SharedDomain

extension Store {
    /// Opens the store at `path`, or makes it, with its directory, when it is not there; brings it to the newest shape.
    ///
    /// - Parameters:
    ///   - path: The database file; its lock, `<path>.lock`, lies beside it.
    ///   - service: Who opens it: what a second opener is told.
    ///   - migrations: Every shape the store has had, in order.
    ///   - checkIntegrity: Reads the whole file first and refuses a damaged one.
    /// - Throws: `StoreError`. A file that is damaged, foreign or newer than this program is left as it is.
    package static func open(
        at path: String, named service: String, migrations: [Migration], checkIntegrity: Bool = false,
        logger: Logger, time: TimeSource = .system
    ) throws -> Store {
        var logger = logger
        logger[metadataKey: "store"] = "\(service)"
        let plan = try MigrationPlan(migrations)
        let file = try StoreFile(preparing: path)
        let lock = try StoreLock(file, holder: LockHolder(service: service, since: time.now()))
        if let previous = lock.previous.holder {
            logger.notice("The store was not closed by \(previous); its last commits are taken from the log")
        }
        // The lock outlives the pool also where opening fails.
        return try withExtendedLifetime(lock) {
            do {
                try refuseEmptied(file, lock.previous)
                let pool = try openPool(file, service)
                try prepare(pool, file, plan, checkIntegrity: checkIntegrity, logger)
                try lock.recordThatStoreHoldsData()
                return Store(file: file, service: service, pool: pool, lock: lock, logger: logger)
            } catch {
                try lock.release()
                throw StoreError(opening: file, error)
            }
        }
    }

    /// SQLite takes an empty file for a new database, and throws away a write-ahead log found beside one.
    private static func refuseEmptied(_ file: StoreFile, _ record: LockRecord) throws {
        let exists = FileManager.default.fileExists(atPath: file.path)
        guard exists, try StoreFile.size(of: file.path) == 0 else { return }
        if try record.holdsData || StoreFile.size(of: file.writeAheadLog) > 0 {
            throw StoreError.damaged(file: file.path, findings: ["the file is empty, though it has held data"])
        }
    }

    private static func openPool(_ file: StoreFile, _ service: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = service
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = StoreBounds.readers
        configuration.busyMode = .timeout(StoreBounds.busyTimeoutSeconds)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA mmap_size = 0;
                    PRAGMA secure_delete = OFF;
                    PRAGMA journal_size_limit = \(StoreBounds.journalSizeLimitBytes);
                    PRAGMA cache_size = -\(StoreBounds.cacheKibibytes);
                    """)
        }
        let pool = try DatabasePool(path: file.path, configuration: configuration)
        // After opening, because the pool sets NORMAL, which may lose the last commits when the power fails.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
    }

    private static func prepare(
        _ pool: DatabasePool, _ file: StoreFile, _ plan: MigrationPlan, checkIntegrity: Bool, _ logger: Logger
    ) throws {
        let pending = try pool.read { try plan.pending(in: $0, of: file) }
        if checkIntegrity {
            let findings = try pool.read { IntegrityCheck.findings(in: $0) }
            guard findings.isEmpty else { throw StoreError.damaged(file: file.path, findings: findings) }
        }
        guard !pending.isEmpty else { return }
        try plan.run(on: pool, of: file)
        let names = pending.map(\.identifier).joined(separator: ", ")
        logger.info("The store was migrated", metadata: ["migrations": "\(names)"])
    }
}
