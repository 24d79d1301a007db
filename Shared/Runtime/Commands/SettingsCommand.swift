import ArgumentParser
import SharedConfig

/// Prints the settings as a Markdown table: what `docs/configuration.md` is made of.
struct SettingsCommand<Hosted: HostedService>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "settings", abstract: "Print every setting as a Markdown table.")
    }

    func run() throws {
        print(Hosted.Config.catalog.markdown)
    }
}
