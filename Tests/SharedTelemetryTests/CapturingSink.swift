import Logging
import SharedDomain
import SharedTelemetry
import Synchronization

/// Keeps the lines it is given.
final class CapturingSink: LineSink {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    func write(_ line: String) {
        kept.withLock { $0.append(line) }
    }
}

/// 2026-10-30T15:00:00Z, by `date -u -d 2026-10-30T15:00:00Z +%s`.
let someInstant = Instant(seconds: 1_793_372_400)

extension CapturingSink {
    func logger(
        _ format: LogFormat, service: String = "currency", level: Logger.Level = .trace,
        maximumLineBytes: Int = LogSettings.standardLineBytes
    ) -> Logger {
        TelemetryBootstrap.makeLogger(
            service: service,
            settings: LogSettings(level: level, format: format, maximumLineBytes: maximumLineBytes),
            sink: self, now: { someInstant })
    }
}
