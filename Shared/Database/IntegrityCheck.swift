import GRDB

/// SQLite's own check of a whole file, and of its foreign keys.
enum IntegrityCheck {
    /// What is wrong, in SQLite's words; empty when the file is whole. A check that cannot be finished is a finding.
    static func findings(in db: Database) -> [String] {
        do {
            let structure = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(StoreBounds.integrityFindings))")
            let references = try Row.fetchAll(
                db, sql: "SELECT \"table\", parent, rowid FROM pragma_foreign_key_check LIMIT ?",
                arguments: [StoreBounds.integrityFindings])
            return structure.filter { $0 != "ok" } + references.map(describe)
        } catch {
            return [StoreError.reason(of: error)]
        }
    }

    private static func describe(_ violation: Row) -> String {
        let table: String = violation["table"]
        let parent: String = violation["parent"]
        let row: Int64? = violation["rowid"]
        return "row \(row.map(String.init) ?? "?") of '\(table)' refers to a missing row of '\(parent)'"
    }
}

extension Store {
    /// Reads the whole file and its foreign keys.
    ///
    /// - Throws: `StoreError.damaged` with what was found.
    package func checkIntegrity() async throws {
        let findings = try await read { IntegrityCheck.findings(in: $0) }
        guard findings.isEmpty else { throw StoreError.damaged(file: path, findings: findings) }
    }
}
