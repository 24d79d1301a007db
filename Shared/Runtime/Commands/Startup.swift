package import ArgumentParser
import Foundation
package import Logging
package import SharedConfig
import SharedHTTP
import SharedTelemetry

/// What the commands of an executable share: settings from the process's surroundings, and refusals for a person.
package enum Startup {
    /// The checked configuration of a service.
    /// - Throws: `ExitCode` 78, after every problem was printed.
    package static func config<Hosted: HostedService>(of hosted: Hosted.Type) throws -> Hosted.Config {
        do {
            return try Hosted.Config.read(from: SettingsReader(environment: ProcessInfo.processInfo.environment))
        } catch {
            complain("\(error)")
            throw ExitCode(ConfigurationProblems.exitStatus)
        }
    }

    /// The logger of an executable; libraries log through it too.
    package static func logger(of identity: ServiceIdentity, _ common: CommonConfig) -> Logger {
        TelemetryBootstrap.bootstrap(
            service: identity.executable, level: Logger.Level(common.logLevel),
            format: LogFormat(common.logFormat))
    }

    /// Prints why the service did not start or stopped, and gives the exit code for it.
    package static func refused(_ error: any Error, by identity: ServiceIdentity) -> ExitCode {
        complain("\(identity.executable): \(error)")
        return error is ConfigurationProblems || error is KeyFileProblem
            ? ExitCode(ConfigurationProblems.exitStatus) : ExitCode.failure
    }

    /// The result of `work`; why there is none is printed.
    /// - Throws: the exit code for it.
    static func refusing<Result>(by identity: ServiceIdentity, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch {
            throw refused(error, by: identity)
        }
    }

    /// Writes a line to standard error.
    package static func complain(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

extension Logger.Level {
    fileprivate init(_ level: CommonConfig.LogLevel) {
        switch level {
        case .trace: self = .trace
        case .debug: self = .debug
        case .info: self = .info
        case .notice: self = .notice
        case .warning: self = .warning
        case .error: self = .error
        case .critical: self = .critical
        }
    }
}

extension LogFormat {
    fileprivate init(_ format: CommonConfig.LogFormat) {
        switch format {
        case .text: self = .text
        case .json: self = .json
        }
    }
}
