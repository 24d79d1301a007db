import ArgumentParser
import SharedConfig
import Testing

@testable import SharedRuntime

@Suite("The command line of every service")
struct CommandLineTests {
    /// What a person who types that is told.
    private func refusal(of line: String...) -> String {
        do {
            _ = try ServiceCommand<NeverHosted>.parseAsRoot(line)
            return "nothing"
        } catch {
            return ServiceCommand<NeverHosted>.message(for: error)
        }
    }

    @Test("a command that there is not is named, with where the others are listed", arguments: ["rollup", "sreve"])
    func unknown(command: String) {
        #expect(refusal(of: command) == "There is no command '\(command)': 'currency-service --help' lists them.")
        #expect(refusal(of: command, "now").hasPrefix("There is no command '\(command)'"))
    }

    @Test("an option that there is not is named")
    func unknownOption() {
        #expect(refusal(of: "--frobnicate").contains("'--frobnicate'"))
    }

    @Test("--help has the exit codes")
    func help() {
        let text = ServiceCommand<NeverHosted>.helpMessage()
        for code in ["  0 ", "  1 ", "  64 ", "  78 "] { #expect(text.contains("\n\(code)"), "\(code)") }
    }
}

/// A service that only its command line is looked at of.
private enum NeverHosted: HostedService {
    struct Config: ServiceConfiguration {
        static var catalog: SettingsCatalog { HostConfig.catalog(for: .currency, calling: []) }

        let host: HostConfig

        init(_ settings: Settings) throws(ConfigurationProblems) {
            host = try HostConfig(settings, for: .currency)
        }
    }

    static var identity: ServiceIdentity { .currency }

    static func hostConfig(of config: Config) -> HostConfig { config.host }

    static func host(_ config: Config, _ environment: HostEnvironment) async throws -> ServiceHost {
        throw CancellationError()
    }
}
