import HTTPTypes
import HummingbirdCore
import Logging
import SharedTelemetry

/// One line for each request: never a query or a header, which may hold what is nobody's business.
struct AccessLog: Sendable {
    private let logger: Logger
    /// By the place of the route and the method; HEAD is answered where GET is.
    private let routes: [[HTTPRequest.Method: AccessLines]]
    private let unmatched: [HTTPRequest.Method: AccessLines]

    /// The log of requests to the routes of `table`. Probes are logged at debug, all else at info.
    init(_ table: [Route], _ logger: Logger) {
        self.logger = logger
        func lines(_ route: Route?, _ methods: [HTTPRequest.Method]) -> [HTTPRequest.Method: AccessLines] {
            let lines = methods.map { ($0, AccessLines(Self.subject(route, $0), logger)) }
            return Dictionary(lines) { first, _ in first }
        }
        routes = table.map { route in
            let method = HTTPRequest.Method(rawValue: route.method.rawValue)
            return lines(route, method == .get ? [.get, .head] : [method].compactMap { $0 })
        }
        unmatched = lines(nil, [.get, .head, .post, .put, .delete, .options, .patch])
    }

    /// Writes the line. That of an answer whose end is missing says so: `outcome` is `cut`.
    func write(_ request: AnsweredRequest, status: Int, bytes: Int, duration: Duration, isCut: Bool) {
        let event = AccessEvent(
            correlationID: request.correlationID, traceParent: request.span.context, status: status,
            duration: duration, bytes: bytes)
        let method = request.method
        let lines = request.route.map { routes[$0.index] } ?? unmatched
        if isCut {
            var logger = logger
            logger[metadataKey: "outcome"] = "cut"
            AccessLines(Self.subject(request.route?.route, method), logger, isPrepared: false).write(event)
        } else if let known = lines[method] {
            known.write(event)
        } else {
            // A method that a client thought up.
            AccessLines(Self.subject(request.route?.route, method), logger, isPrepared: false).write(event)
        }
    }

    private static func subject(_ route: Route?, _ method: HTTPRequest.Method) -> AccessSubject {
        AccessSubject(
            level: route?.isProbe == true ? .debug : .info, method: method.rawValue,
            route: route?.path ?? EdgeMetrics.unmatched)
    }
}
