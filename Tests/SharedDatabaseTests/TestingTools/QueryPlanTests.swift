import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@Suite("Query plan", .timeLimit(.minutes(1)))
struct QueryPlanTests {
    private static let indexed = Migration("0003-text", "Entries by text.") {
        try $0.execute(sql: "CREATE INDEX entry_by_text ON entry (text)")
    }

    private func plan(_ sql: String) async throws -> QueryPlan {
        try await withTemporaryStore(migrations: Ledger.migrations + [Self.indexed]) { store in
            try await QueryPlan(of: sql, in: store)
        }
    }

    @Test("names the index that answers")
    func index() async throws {
        let plan = try await plan("SELECT id FROM entry WHERE text = ?")
        #expect(plan.uses(index: "entry_by_text"))
        #expect(!plan.uses(index: "entry_by"))
        #expect(plan.fullScans.isEmpty)
    }

    @Test("shows a look-up by primary key")
    func primaryKey() async throws {
        let plan = try await plan("SELECT text FROM entry WHERE id = ?")
        #expect(plan.usesPrimaryKey(of: "entry"))
        #expect(plan.fullScans.isEmpty)
    }

    @Test(
        "shows every kind of full scan",
        arguments: [
            "SELECT * FROM entry", "SELECT * FROM line WHERE text = ?", "SELECT count(*) FROM entry",
            "SELECT text FROM entry ORDER BY text", "SELECT * FROM entry WHERE text LIKE '%x%'",
        ])
    func scan(sql: String) async throws {
        let plan = try await plan(sql)
        #expect(plan.fullScans.count == 1, "\(plan)")
    }

    @Test("takes a list of parameters for no table")
    func list() async throws {
        let plan = try await plan("SELECT * FROM entry WHERE id IN (SELECT value FROM json_each(?))")
        #expect(plan.fullScans.isEmpty, "\(plan)")
    }

    @Test("shows a sort without an index")
    func sort() async throws {
        let sorted = try await plan("SELECT * FROM line WHERE entry > ? ORDER BY text")
        #expect(sorted.temporaryTrees.count == 1)
        let unsorted = try await plan("SELECT * FROM line WHERE entry > ? ORDER BY entry")
        #expect(unsorted.temporaryTrees.isEmpty)
    }

    @Test("of a wrong statement is an error")
    func wrong() async throws {
        await #expect(throws: ServiceError.self) { try await plan("SELECT * FROM nowhere") }
    }
}
