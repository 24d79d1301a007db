package import SharedDomain

/// Why a store could not be opened, checked or copied. The description is for the person who runs the service: it
/// names the file and says what to do. Clients get `serviceError`.
package enum StoreError: Error, Sendable, Hashable {
    /// Another process, or another store of this one, has the file open.
    case inUse(file: String, holder: LockHolder?)
    /// The file was changed by a newer program than this.
    case unknownMigrations(file: String, identifiers: [String])
    /// The file has migrations that no newer version of this program would have.
    case foreignMigrations(file: String, identifiers: [String])
    /// The file lacks a migration that should have come before one it has.
    case migrationsOutOfOrder(file: String, missing: String, applied: String)
    /// A migration could not be applied.
    case migrationFailed(file: String, identifier: String, reason: String)
    /// The program's own list of migrations is wrong.
    case invalidMigrations(problem: String)
    /// The file is not whole.
    case damaged(file: String, findings: [String])
    /// The file is something else than an SQLite database.
    case notADatabase(file: String)
    /// The file cannot be opened or made, for a reason outside it.
    case unusable(file: String, reason: String)
    /// No copy was made.
    case backupFailed(destination: String, reason: String)

    /// The same for a client: nothing of the inside.
    package var serviceError: ServiceError { .databaseUnavailable }
}

extension StoreError: CustomStringConvertible {
    /// What is wrong with which file, and what to do about it.
    package var description: String {
        switch self {
        case .inUse(let file, let holder):
            "The store '\(file)' is in use by \(holder.map(String.init(describing:)) ?? "another process"). "
                + "One process at a time may open it: stop that one first, or give this one another DATA_DIR."
        case .unknownMigrations(let file, let identifiers):
            "The store '\(file)' was last used by a newer version: it has \(identifiers.joined(separator: ", ")), which "
                + "this version does not know. Run the newer version, or restore a backup made before it."
        case .foreignMigrations(let file, let identifiers):
            "The store '\(file)' is another service's or another line's of versions: it has "
                + "\(identifiers.joined(separator: ", ")). Check DATA_DIR and the file's name."
        case .migrationsOutOfOrder(let file, let missing, let applied):
            "The store '\(file)' has '\(applied)' but not '\(missing)', which comes before it: it was made by another "
                + "line of versions. Run the version that made it, or restore a backup that this one made."
        case .migrationFailed(let file, let identifier, let reason):
            "The store '\(file)' could not be brought to '\(identifier)': \(reason). Nothing of that step was kept; "
                + "run the version used before, and report this."
        case .invalidMigrations(let problem):
            "The list of migrations in this program is wrong: \(problem)."
        case .damaged(let file, let findings):
            "The store '\(file)' is damaged: \(findings.joined(separator: "; ")). \(Self.howToRestore(file))"
        case .notADatabase(let file):
            "The file '\(file)' is not a database. \(Self.howToRestore(file))"
        case .unusable(let file, let reason):
            "The store '\(file)' cannot be used: \(reason)."
        case .backupFailed(let destination, let reason):
            "No backup was written to '\(destination)': \(reason)."
        }
    }

    private static func howToRestore(_ file: String) -> String {
        "Nothing was changed. Move it away together with '\(file)-wal' and '\(file)-shm', put a backup in its place, "
            + "and start again; without a backup the service starts empty and gets again only what is published or what "
            + "the other services still hold."
    }
}
