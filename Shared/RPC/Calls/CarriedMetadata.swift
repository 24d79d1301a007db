import GRPCCore
import ServiceContextModule
import SharedTelemetry

/// The metadata keys that carry a request's identity between services.
enum CarriedMetadata {
    static let correlationID = "x-correlation-id"
    /// https://www.w3.org/TR/trace-context/, sections 3.2 and 3.3.
    static let traceParent = "traceparent"
    static let traceState = "tracestate"
}

extension ServiceContext {
    /// What a call's metadata says of the request it is part of; a correlation id is made where none came.
    init(carriedBy metadata: Metadata) {
        self = .topLevel
        let given = metadata[stringValues: CarriedMetadata.correlationID].first { _ in true }
        correlationID = given.flatMap(CorrelationID.init)?.value ?? CorrelationID.make().value
        traceParent = metadata[stringValues: CarriedMetadata.traceParent].first { _ in true }.flatMap(TraceParent.init)
        guard traceParent != nil else { return }
        // Several fields are one value (section 3.3.1).
        let states = Array(metadata[stringValues: CarriedMetadata.traceState].prefix(TraceState.mostMembers))
        traceState = TraceState(states.joined(separator: ","))
    }

    /// The same, with the work in a span of its own.
    func within(_ span: Span?) -> ServiceContext {
        guard let span else { return self }
        var context = self
        context.traceParent = span.context
        context.traceState = span.traceState
        return context
    }
}
