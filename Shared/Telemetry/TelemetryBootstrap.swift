import Foundation
package import Logging
package import SharedDomain
import Synchronization

/// Where loggers come from.
package enum TelemetryBootstrap {
    /// A logger that needs nothing global, so that several services can run in one process. Of those that share a sink, the
    /// latest says how many lines it dropped.
    package static func makeLogger(
        service: String, settings: LogSettings, sink: any LineSink = FileDescriptorSink.standardError,
        now: @escaping @Sendable () -> Instant = TimeSource.system.now
    ) -> Logger {
        let handler = LineLogHandler(service: service, label: service, settings: settings, sink: sink, now: now)
        handler.letSinkSayDropped()
        return Logger(label: service) { _ in handler }
    }

    /// A logger with a level and a format, on standard error.
    package static func makeLogger(service: String, level: Logger.Level, format: LogFormat) -> Logger {
        makeLogger(service: service, settings: LogSettings(level: level, format: format))
    }

    /// For an executable: makes the loggers of all libraries write lines of this service too, and returns the service's.
    ///
    /// swift-log allows this once in a process; later calls leave the libraries' loggers as they are. From the first on
    /// the lines that are kept are written too when the process exits or a fatal signal ends it, and a reader of the log
    /// that is gone does not end it.
    package static func bootstrap(service: String, level: Logger.Level, format: LogFormat) -> Logger {
        let settings = LogSettings(level: level, format: format)
        let isFirst = isBootstrapped.withLock { done in
            defer { done = true }
            return !done
        }
        if isFirst {
            LoggingSystem.bootstrap(
                { label, provider in
                    LineLogHandler(
                        service: service, label: label, settings: settings, sink: FileDescriptorSink.standardError,
                        now: TimeSource.system.now, metadataProvider: provider)
                },
                metadataProvider: .request)
            signal(SIGPIPE, SIG_IGN)
            atexit { FileDescriptorSink.standardError.flush() }
            FatalSignals.beforeTheEnd { FileDescriptorSink.standardError.writeAtFatalSignal() }
        }
        return makeLogger(service: service, settings: settings)
    }

    private static let isBootstrapped = Mutex(false)
}
