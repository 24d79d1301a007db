package import Logging

/// What is logged of one request that was answered, beside what all requests of its route have in common.
package struct AccessEvent: Sendable {
    /// The request's name.
    let correlationID: CorrelationID
    /// The work on it in its trace.
    let traceParent: TraceParent
    let status: Int
    /// How long the answer took, in whole microseconds.
    let microseconds: Int
    /// The bytes of the answer's body.
    let bytes: Int

    /// - Parameter duration: How long the answer took; a part of a microsecond is dropped.
    package init(
        correlationID: CorrelationID, traceParent: TraceParent, status: Int, duration: Duration, bytes: Int
    ) {
        let (seconds, attoseconds) = duration.components
        self.init(
            correlationID: correlationID, traceParent: traceParent, status: status,
            microseconds: Int(clamping: Int128(seconds) * 1_000_000 + Int128(attoseconds / 1_000_000_000_000)),
            bytes: bytes)
    }

    init(correlationID: CorrelationID, traceParent: TraceParent, status: Int, microseconds: Int, bytes: Int) {
        self.correlationID = correlationID
        self.traceParent = traceParent
        self.status = status
        self.microseconds = microseconds
        self.bytes = bytes
    }
}

/// What the lines of all requests of one route and method have in common.
package struct AccessSubject: Sendable {
    /// How severe the lines are.
    package let level: Logger.Level
    /// The method of the request.
    package let method: String
    /// The template of the route.
    package let route: String

    /// Requests of a method and a route.
    package init(level: Logger.Level, method: String, route: String) {
        self.level = level
        self.method = method
        self.route = route
    }

    static let message: Logger.Message = "request"

    /// What a line says of one of its requests.
    func metadata(_ event: AccessEvent) -> Logger.Metadata {
        [
            "method": .string(method), "route": .string(route), "status": .stringConvertible(event.status),
            // Of whole microseconds, so that the text has at most three decimals.
            "duration_ms": .stringConvertible(Double(event.microseconds) / 1000),
            "bytes": .stringConvertible(event.bytes),
        ]
    }
}
