import ArgumentParser
import SharedHTTP

/// Withdraws a key for good.
struct KeysRevokeCommand<Hosted: HostedService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "revoke", abstract: "Revoke a key; running services refuse it within two seconds.")
    }

    @Argument(help: "The key's id, as 'keys list' shows it.")
    var id: String

    func run() async throws {
        try await KeysCommand<Hosted>.withKeys { store in
            let key = try await store.revoke(id)
            let since = key.revoked.map { " since \($0)" } ?? ""
            Startup.complain("The key \(key.id) (\(key.label)) is revoked\(since).")
        }
    }
}
