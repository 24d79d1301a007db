import ArgumentParser
import SharedDomain
import SharedHTTP

/// Makes a key and prints it once: on standard output the key alone, so that it can be piped to where it is kept.
struct KeysCreateCommand<Hosted: HostedService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "create", abstract: "Make a key; it is shown once and kept nowhere.")
    }

    @Option(help: "How much it may ask: standard or premium.")
    var tier = Tier.standard

    @Option(
        name: .customLong("scope"),
        help: "What it may do: read, write or admin. Give the option once for each; none includes another.")
    var scopes: [Scope]

    @Option(help: "Whose it is or what it is for.")
    var label = "unnamed"

    @Option(help: "How long it is valid, such as 12h, 90d or 52w. For ever unless given.")
    var expires: KeyLifetime?

    func run() async throws {
        try await KeysCommand<Hosted>.withKeys { store in
            let created = try await store.create(
                tier: tier, scopes: Set(scopes), label: label, lifetime: expires?.duration)
            let entry = created.entry
            Startup.complain(
                """
                Made the key \(entry.id) (\(entry.tier.rawValue); \(entry.scopeText); \(entry.expiryText)).
                It stands on the next line and is kept nowhere: store it now. Send it as 'Authorization: Bearer <key>'.
                To withdraw it: \(Hosted.identity.executable) keys revoke \(entry.id)
                """)
            print(created.text)
        }
    }
}

extension Tier: ExpressibleByArgument {}
extension Scope: ExpressibleByArgument {}

extension KeyEntry {
    /// The scopes in one word: `read,admin`.
    var scopeText: String { scopes.map(\.rawValue).joined(separator: ",") }

    /// When it ends, for a person.
    var expiryText: String { expires.map { "valid until \($0)" } ?? "valid until it is revoked" }
}
