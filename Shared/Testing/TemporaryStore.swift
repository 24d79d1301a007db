package import Logging
package import SharedDatabase

/// Runs `body` with a store in a folder of its own; both are gone afterwards in any case.
///
/// - Throws: `StoreError`, and what `body` throws.
package func withTemporaryStore<Result>(
    named service: String = "test", migrations: [Migration], logger: Logger = RecordedLogs().logger,
    isolation: isolated (any Actor)? = #isolation, _ body: (Store) async throws -> Result
) async throws -> Result {
    try await withTemporaryDirectory { directory in
        let store = try Store.open(
            at: directory.file("\(service).sqlite"), named: service, migrations: migrations, logger: logger)
        do {
            let result = try await body(store)
            await store.close()
            return result
        } catch {
            await store.close()
            throw error
        }
    }
}
