import ArgumentParser
import Foundation
import Logging
import SharedConfig
import SharedDatabase
import SharedDomain
import SharedTelemetry

/// Runs the service until it is told to stop, or makes a backup of its store.
struct ServeCommand<Hosted: HostedService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "serve", abstract: "Run the service (the default).")
    }

    @Flag(name: .customLong("check-integrity"), help: "Check the whole store before using it.")
    var checksIntegrity = false

    @Option(
        name: .customLong("backup"),
        help: ArgumentHelp(
            "Write a consistent copy of the store to this path and exit; the service may be running meanwhile.",
            valueName: "path"))
    var backupPath: String?

    @Argument(help: .hidden)
    var others: [String] = []

    /// Whatever is no command of the executable ends up here, as this is the one that runs without a name.
    func validate() throws {
        guard let other = others.first else { return }
        let executable = Hosted.identity.executable
        throw ValidationError("There is no command '\(other)': '\(executable) --help' lists them.")
    }

    func run() async throws {
        let config = try Startup.config(of: Hosted.self)
        let host = Hosted.hostConfig(of: config)
        if let backupPath { return try await back(up: host, to: backupPath) }
        EarlySignals.endQuietly()
        FileDescriptorLimit.raise()
        let logger = Startup.logger(of: Hosted.identity, host.common)
        let environment = HostEnvironment(logger: logger, checksIntegrity: checksIntegrity, stopsOnSignals: true)
        do {
            try await Hosted.host(config, environment).run()
        } catch is CancellationError {
            Startup.complain("\(Hosted.identity.executable): stopped before it was done")
            throw ExitCode.failure
        } catch {
            throw Startup.refused(error, by: Hosted.identity)
        }
    }

    private func back(up host: HostConfig, to destination: String) async throws {
        let source = host.storePath(of: Hosted.identity)
        do {
            let bytes = try await Store.backup(
                of: source, to: destination, logger: Startup.logger(of: Hosted.identity, host.common))
            print("copied \(source) to \(destination), \(bytes) bytes")
        } catch {
            throw Startup.refused(error, by: Hosted.identity)
        }
    }
}
