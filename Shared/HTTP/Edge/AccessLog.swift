import HTTPTypes
import HummingbirdCore
import Logging

/// One line for each request: never a query or a header, which may hold what is nobody's business.
struct AccessLog {
    let logger: Logger

    /// Writes the line: at info, for probes at debug.
    func write(_ exchange: Exchange, _ response: Response) {
        let level: Logger.Level = exchange.route?.isProbe == true ? .debug : .info
        logger.log(
            level: level, "request",
            metadata: [
                "method": "\(exchange.request.method.rawValue)",
                "route": "\(exchange.route?.path ?? "unmatched")",
                "status": "\(response.status.code)",
                "duration_ms": "\(Self.milliseconds(since: exchange.startedAt))",
                "bytes": "\(response.body.contentLength ?? 0)",
            ])
    }

    /// Whole and thousandth milliseconds.
    private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Double(seconds) * 1000 + Double(attoseconds / 1_000_000_000_000) / 1000
    }
}
