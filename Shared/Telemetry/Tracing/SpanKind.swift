/// What role a piece of work has in a call (OpenTelemetry trace API, "SpanKind"); the numbers are those of the protocol.
package enum SpanKind: Int, Sendable, Hashable {
    /// Work within a service.
    case `internal` = 1
    /// An answer to a request.
    case server = 2
    /// A request made.
    case client = 3
    /// An event published.
    case producer = 4
    /// An event applied.
    case consumer = 5
}

/// How a piece of work ended (OpenTelemetry trace API, "Set Status").
package enum SpanStatus: Sendable, Hashable {
    /// Nothing to say; what a server span says of every answer below 500.
    case unset
    /// A success that nobody may take for a failure.
    case ok
    /// A failure, and what it was in words that hold no secret.
    case error(String)
}
