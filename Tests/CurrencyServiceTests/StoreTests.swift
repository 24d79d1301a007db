import SharedDatabase
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The store")
struct StoreTests {
    @Test("every table is strict")
    func strict() async throws {
        try await withTemporaryStore(migrations: CurrencyMigrations.all) { store in
            let others = try await store.tablesThatAreNotStrict()
            #expect(others.isEmpty)
        }
    }

    @Test(
        "no question reads a whole table, or sorts",
        arguments: [
            SheetTable.selection, SheetTable.quoteSelection, SheetTable.newest, PriceTable.selection,
            PriceTable.recording,
            SheetTable.removal, SheetTable.pruning, PriceTable.removal, CoverageTable.widening,
        ])
    func plans(sql: String) async throws {
        try await withTemporaryStore(migrations: CurrencyMigrations.all) { store in
            let plan = try await QueryPlan(of: sql, in: store)
            #expect(!plan.steps.isEmpty || sql == CoverageTable.widening)
            #expect(plan.fullScans.isEmpty, "\(plan)")
            #expect(plan.temporaryTrees.isEmpty, "\(plan)")
        }
    }
}
