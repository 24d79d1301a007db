import ArgumentParser
import HistoryService
import SharedRuntime

/// Work on the bars that the service keeps of prices within a day.
struct RollupsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rollups", abstract: "Work on the hourly and daily bars in the store.",
            subcommands: [RollupsRebuildCommand.self])
    }
}

/// Makes every bar anew: exit 0 when they are right now, 1 when the store cannot be used, 78 for wrong settings.
struct RollupsRebuildCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rebuild", abstract: "Make every bar anew from the observations.",
            discussion: "The service must be stopped: one process at a time may open the store.")
    }

    func run() async throws {
        let config = try Startup.config(of: HistoryService.self)
        let environment = HostEnvironment(logger: Startup.logger(of: HistoryService.identity, config.host.common))
        do {
            print(try await HistoryService.rebuildRollups(config, environment, say: Startup.complain))
        } catch {
            throw Startup.refused(error, by: HistoryService.identity)
        }
    }
}
