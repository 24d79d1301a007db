import Foundation
import SharedDatabase
import SharedDomain
package import SharedRuntime

extension HistoryService {
    /// Makes every bar anew from the observations, while the service is stopped, after the store was found to be whole.
    ///
    /// - Parameter say: told how far it is, once a second from the second second on.
    /// - Returns: what came of it, in a sentence.
    /// - Throws: `StoreError` when the store cannot be used, as when the service runs or the file is damaged.
    package static func rebuildRollups(
        _ config: HistoryConfig, _ environment: HostEnvironment, say: (String) -> Void
    ) async throws -> String {
        let path = config.host.storePath(of: identity)
        guard FileManager.default.fileExists(atPath: path) else {
            throw StoreError.unusable(file: path, reason: "there is no such file; check DATA_DIR")
        }
        var environment = environment
        environment.checksIntegrity = true
        let store = try environment.openStore(of: identity, config.host, migrations: HistoryMigrations.all)
        do {
            let outcome = try await rebuild(store, environment, say: say)
            await store.close()
            return outcome.description
        } catch {
            await store.close()
            throw error is ServiceError ? StoreError.unusable(file: path, reason: Self.unfinished) : error
        }
    }

    /// The log has the cause, as a client's answer would not.
    private static let unfinished =
        "it failed before every bar was made, as the log says; mend that and run this again, which does no harm"

    private static func rebuild(
        _ store: Store, _ environment: HostEnvironment, say: (String) -> Void
    ) async throws -> RollupRebuild.Outcome {
        var lastSaid = environment.time.now().advanced(by: .seconds(1))
        return try await RollupRebuild(store: store).run { done, total in
            let now = environment.time.now()
            guard lastSaid.duration(to: now) >= .seconds(1) else { return }
            lastSaid = now
            say("\(done) of \(total) currencies")
        }
    }
}

extension RollupRebuild.Outcome: CustomStringConvertible {
    var description: String {
        "wrote \(written) bars, \(differing) of which differed from what was there; kept \(kept) bars of days whose "
            + "observations are no longer kept"
    }
}
