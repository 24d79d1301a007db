import ArgumentParser
import SharedDomain
import SharedHTTP

/// Prints what is known of every key, which is all but the key.
struct KeysListCommand<Hosted: HostedService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: "List the keys, without their secrets.")
    }

    func run() async throws {
        try await KeysCommand<Hosted>.withKeys { store in
            let keys = try store.list()
            guard !keys.isEmpty else {
                return Startup.complain("There are no keys. '\(Hosted.identity.executable) keys create' makes one.")
            }
            print(KeyTable(keys, at: TimeSource.system.now()).text)
        }
    }
}
