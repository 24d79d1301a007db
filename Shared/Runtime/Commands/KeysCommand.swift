import ArgumentParser
import SharedConfig
import SharedHTTP

/// Makes, lists and revokes the keys that the services accept.
struct KeysCommand<Hosted: HostedService>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "keys", abstract: "Make, list and revoke API keys.",
            discussion: """
                The services share one file of keys (KEYS_FILE, or keys.json in DATA_DIR) and notice a change within two \
                seconds. Exit codes: 0, it was done; 1, it failed; 64, the command line is wrong; 78, a setting or the \
                file is wrong.
                """,
            subcommands: [
                KeysCreateCommand<Hosted>.self, KeysListCommand<Hosted>.self, KeysRevokeCommand<Hosted>.self,
            ])
    }
}

extension KeysCommand {
    /// The file of keys that the service with these settings reads.
    static func path() throws -> String {
        let host = Hosted.hostConfig(of: try Startup.config(of: Hosted.self))
        return host.access.keysFile(in: host.common.dataDirectory)
    }

    /// Does `body` with the keys; what is refused is printed and ends the command.
    static func withKeys(_ body: (KeyStore) async throws -> Void) async throws {
        let store = KeyStore(path: try path())
        do {
            try await body(store)
        } catch let problem as KeyFileProblem {
            throw Startup.refused(problem, by: Hosted.identity)
        }
    }
}
