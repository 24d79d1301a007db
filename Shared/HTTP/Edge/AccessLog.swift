import HTTPTypes
import HummingbirdCore
import Logging

/// One line for each request: never a query or a header, which may hold what is nobody's business.
struct AccessLog {
    let logger: Logger

    /// Writes the line: at info, for probes at debug.
    func write(_ exchange: Exchange, status: Int, bytes: Int, duration: Duration) {
        let level: Logger.Level = exchange.route?.route.isProbe == true ? .debug : .info
        guard logger.logLevel <= level else { return }
        logger.log(
            level: level, "request",
            metadata: [
                "method": .string(exchange.request.method.rawValue),
                "route": .string(exchange.route?.route.path ?? EdgeMetrics.unmatched),
                "status": .stringConvertible(status),
                "duration_ms": .stringConvertible(Self.milliseconds(duration)),
                "bytes": .stringConvertible(bytes),
            ])
    }

    /// Whole and thousandth milliseconds.
    private static func milliseconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) * 1000 + Double(attoseconds / 1_000_000_000_000) / 1000
    }
}
