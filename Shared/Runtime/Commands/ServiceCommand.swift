package import ArgumentParser
import SharedConfig

/// The command line of a service's executable, the same for all four. Without a subcommand it serves.
package struct ServiceCommand<Hosted: HostedService>: AsyncParsableCommand {
    package static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Hosted.identity.executable,
            abstract: Hosted.identity.purpose,
            discussion: Hosted.Config.catalog.helpText,
            version: BuildSettings.version,
            subcommands: [
                ServeCommand<Hosted>.self, HealthCommand<Hosted>.self, KeysCommand<Hosted>.self,
                SettingsCommand<Hosted>.self,
            ],
            defaultSubcommand: ServeCommand<Hosted>.self)
    }

    package init() {}
}
