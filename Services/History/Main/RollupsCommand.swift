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
            discussion: """
                Stop the service first: one process at a time may open the store. It is the file history.sqlite in the \
                folder that DATA_DIR names (./data unless set), and is checked from end to end before anything is \
                written. Interrupted or run again it does no harm: every currency is one transaction.

                Prints how many bars there are and how many of them differed from what was kept; none should.

                Exit codes: 0, every bar is right now; 1, the store cannot be used; 64, the command line is wrong; 78, a \
                setting is wrong ('history-service --help' lists them).
                """)
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
