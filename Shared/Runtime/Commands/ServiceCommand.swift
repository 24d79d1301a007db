package import ArgumentParser
import SharedConfig

/// The command line of a service's executable, the same for all four but for what one adds. Without a subcommand it
/// serves.
package struct ServiceCommand<Hosted: HostedService>: AsyncParsableCommand {
    package static var configuration: CommandConfiguration { configuration(adding: []) }

    package init() {}

    /// The same with commands of the service's own, for a root command of its executable.
    package static func configuration(adding commands: [any ParsableCommand.Type]) -> CommandConfiguration {
        CommandConfiguration(
            commandName: Hosted.identity.executable,
            abstract: Hosted.identity.purpose,
            discussion: Hosted.Config.catalog.helpText + exitCodes,
            version: BuildSettings.version,
            subcommands: [
                ServeCommand<Hosted>.self, HealthCommand<Hosted>.self, KeysCommand<Hosted>.self,
                SettingsCommand<Hosted>.self,
            ] + commands,
            defaultSubcommand: ServeCommand<Hosted>.self)
    }

    private static var exitCodes: String {
        """
        Exit codes:
          0   It was done, or the service stopped as it was told.
          1   It failed; standard error says why.
          64  The command line is wrong.
          78  A setting or the file of keys is wrong.
        """
    }
}
