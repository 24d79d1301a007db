import GRDB
package import SharedDatabase

/// How SQLite would answer a query: what `EXPLAIN QUERY PLAN` says (sqlite.org/eqp.html).
///
///     let plan = try await QueryPlan(of: "SELECT … WHERE day = ?", in: store)
///     #expect(plan.fullScans.isEmpty, "\(plan)")
///     #expect(plan.uses(index: "selections_by_day"), "\(plan)")
package struct QueryPlan: Sendable, CustomStringConvertible {
    /// Its lines, such as `SEARCH selections USING INDEX selections_by_day (day=?)`.
    package let steps: [String]

    /// The plan of one statement, whose parameters may stay unbound.
    ///
    /// - Throws: `ServiceError` when the statement is wrong; the store's log says how.
    package init(of sql: String, in store: Store) async throws {
        steps = try await store.read { db in
            let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
            statement.setUncheckedArguments(StatementArguments())
            return try Row.fetchAll(statement).map { $0["detail"] }
        }
    }

    /// The steps that read a whole table or a whole index, in whatever order: what a query that serves a request must
    /// not do to a large table. `json_each(?)` and other functions, and intermediate results, are not tables.
    package var fullScans: [String] {
        steps.filter { step in
            step.hasPrefix("SCAN ") && !["VIRTUAL TABLE", "CONSTANT ROW"].contains(where: step.contains)
                && !step.hasPrefix("SCAN (")
        }
    }

    /// The steps that sort or deduplicate in a temporary tree, for lack of an index in the right order.
    package var temporaryTrees: [String] {
        steps.filter { $0.contains("USE TEMP B-TREE") }
    }

    /// Whether an index of that name is used.
    package func uses(index name: String) -> Bool {
        steps.contains { $0.contains("INDEX \(name) ") || $0.hasSuffix("INDEX \(name)") }
    }

    /// Whether rows of the table are found by their primary key.
    package func usesPrimaryKey(of table: String) -> Bool {
        steps.contains { $0.hasPrefix("SEARCH \(table) USING") && $0.contains("PRIMARY KEY") }
    }

    /// The steps, one on each line.
    package var description: String { steps.joined(separator: "\n") }
}

extension Store {
    /// The names of the tables that are not `STRICT`, sorted: none, by the rule of the house.
    ///
    /// - Throws: `ServiceError` when the store does not answer.
    package func tablesThatAreNotStrict() async throws -> [String] {
        try await read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list
                    WHERE schema = 'main' AND type = 'table' AND NOT strict
                      AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'grdb_migrations'
                    ORDER BY name
                    """)
        }
    }
}
