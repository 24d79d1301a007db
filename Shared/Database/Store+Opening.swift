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
    ///   - checkIntegrity: Reads the whole file first however large it is, and refuses a damaged one; a file of up to
    ///     64 MiB is checked at every start.
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
                try StoreInspection(file: file, record: lock.previous).run(plan, checkIntegrity: checkIntegrity)
                let pool = try openPool(file, service)
                try migrate(pool, file, plan, logger)
                try lock.recordThatStoreHoldsData()
                return Store(file: file, service: service, pool: pool, lock: lock, logger: logger)
            } catch {
                release(lock, logger)
                throw StoreError(opening: file, error)
            }
        }
    }

    private static func release(_ lock: StoreLock, _ logger: Logger) {
        do {
            try lock.release()
        } catch {
            logger.warning("The lock file still names this process, which bars nobody", metadata: ["cause": "\(error)"])
        }
    }

    private static func openPool(_ file: StoreFile, _ service: String) throws -> DatabasePool {
        let pool = try DatabasePool(path: file.path, configuration: .store(named: service))
        // After opening, because the pool sets NORMAL, which may lose the last commits when the power fails.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
    }

    private static func migrate(
        _ pool: DatabasePool, _ file: StoreFile, _ plan: MigrationPlan, _ logger: Logger
    ) throws {
        let pending = try pool.read { try plan.pending(in: $0, of: file) }
        guard !pending.isEmpty else { return }
        try plan.run(on: pool, of: file)
        let names = pending.map(\.identifier).joined(separator: ", ")
        logger.info("The store was migrated", metadata: ["migrations": "\(names)"])
    }
}
