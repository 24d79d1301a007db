import GRDB

/// The migrations of a store, checked to be well formed and in order, and the ways a file may disagree with them.
struct MigrationPlan: Sendable {
    private let migrations: [Migration]
    private let migrator: DatabaseMigrator

    /// - Throws: `StoreError.invalidMigrations`, a mistake in the program and not in a file.
    init(_ migrations: [Migration]) throws {
        for migration in migrations where !Migration.isWellFormed(migration.identifier) {
            throw StoreError.invalidMigrations(problem: "'\(migration.identifier)' is not like '0001-sheets'")
        }
        for (one, next) in zip(migrations, migrations.dropFirst()) {
            guard one.identifier.prefix(4) < next.identifier.prefix(4) else {
                throw StoreError.invalidMigrations(
                    problem: "'\(next.identifier)' comes after '\(one.identifier)', so its number must be greater")
            }
        }
        var migrator = DatabaseMigrator()
        for migration in migrations {
            migrator.registerMigration(migration.identifier) { try migration.apply($0) }
        }
        self.migrations = migrations
        self.migrator = migrator
    }

    /// The migrations the file still needs, in order.
    ///
    /// - Throws: `StoreError.unknownMigrations` for a file that a newer program has changed,
    ///   `StoreError.foreignMigrations` for one of another service, `StoreError.migrationsOutOfOrder` for one that went another way.
    func pending(in db: Database, of file: StoreFile) throws -> [Migration] {
        let applied = try migrator.appliedIdentifiers(db)
        let unknown = applied.subtracting(migrations.map(\.identifier)).sorted()
        if let first = unknown.first {
            // A newer version adds to the end of the list.
            let isNewer = migrations.last.map { $0.identifier.prefix(4) < first.prefix(4) } ?? true
            throw isNewer
                ? StoreError.unknownMigrations(file: file.path, identifiers: unknown)
                : StoreError.foreignMigrations(file: file.path, identifiers: unknown)
        }
        let pending = migrations.filter { !applied.contains($0.identifier) }
        if let first = pending.first, let last = applied.max(), first.identifier < last {
            throw StoreError.migrationsOutOfOrder(file: file.path, missing: first.identifier, applied: last)
        }
        return pending
    }

    /// Brings the store to the newest shape, one transaction for each migration.
    ///
    /// - Throws: `StoreError.migrationFailed`; the migrations before the failing one stay applied, it leaves nothing.
    func run(on pool: DatabasePool, of file: StoreFile) throws {
        do {
            try migrator.migrate(pool)
        } catch {
            let pending = try pool.read { try self.pending(in: $0, of: file) }
            throw StoreError.migrationFailed(
                file: file.path, identifier: pending.first?.identifier ?? "", reason: StoreError.reason(of: error))
        }
    }
}
