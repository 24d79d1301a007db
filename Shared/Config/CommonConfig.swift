package import Foundation

/// What every service is told at start.
package struct CommonConfig: Sendable {
    /// The levels of a log message, by the names that swift-log gives them.
    package enum LogLevel: String, Sendable, CaseIterable {
        case trace
        case debug
        case info
        case notice
        case warning
        case error
        case critical
    }

    /// How log lines look: for a person or for a program.
    package enum LogFormat: String, Sendable, CaseIterable {
        case text
        case json
    }

    /// Where this runs.
    package var environment: DeploymentEnvironment
    /// The folder of the stores.
    package var dataDirectory: URL
    /// The address that HTTP and gRPC listen on.
    package var bindHost: String
    /// The least severe level that is logged.
    package var logLevel: LogLevel
    /// How log lines look.
    package var logFormat: LogFormat
    /// The zone of the business day.
    package var businessTimeZone: TimeZone
    /// How long a stop waits for what is under way.
    package var shutdownTimeout: Duration

    /// A configuration made by hand; what is left out has the setting's default.
    package init(
        environment: DeploymentEnvironment = SharedSettings.environment.defaultValue,
        dataDirectory: URL,
        bindHost: String = SharedSettings.bindHost.defaultValue,
        logLevel: LogLevel? = nil,
        logFormat: LogFormat? = nil,
        businessTimeZone: TimeZone = SharedSettings.businessTimeZone.defaultValue,
        shutdownTimeout: Duration = SharedSettings.shutdownTimeout.defaultValue
    ) {
        self.environment = environment
        self.dataDirectory = dataDirectory
        self.bindHost = bindHost
        self.logLevel = logLevel ?? SharedSettings.logLevel.defaults[environment]
        self.logFormat = logFormat ?? SharedSettings.logFormat.defaults[environment]
        self.businessTimeZone = businessTimeZone
        self.shutdownTimeout = shutdownTimeout
    }

    /// Takes the values out of the checked settings.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        self.init(
            environment: try settings[SharedSettings.environment],
            dataDirectory: try settings[SharedSettings.dataDirectory],
            bindHost: try settings[SharedSettings.bindHost],
            logLevel: try settings[SharedSettings.logLevel],
            logFormat: try settings[SharedSettings.logFormat],
            businessTimeZone: try settings[SharedSettings.businessTimeZone],
            shutdownTimeout: try settings[SharedSettings.shutdownTimeout])
    }
}
