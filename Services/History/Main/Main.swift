import ArgumentParser
import HistoryService
import SharedRuntime

/// The command line of the history service: what every service has, and its rollups.
@main
struct HistoryCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        ServiceCommand<HistoryService>.configuration(adding: [RollupsCommand.self])
    }
}
