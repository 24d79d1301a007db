package import Logging
import ServiceContextModule

/// The metadata keys that every service's logs share.
enum LogKey {
    static let correlationID = "correlation_id"
    static let traceID = "trace_id"
    static let spanID = "span_id"
}

extension Logger.MetadataProvider {
    /// Puts the correlation id, the trace id and the span id of the current request into each line.
    package static let request = Logger.MetadataProvider {
        guard let context = ServiceContext.current else { return [:] }
        var metadata: Logger.Metadata = [:]
        if let correlationID = context.correlationID { metadata[LogKey.correlationID] = .string(correlationID) }
        if let traceParent = context.traceParent {
            metadata[LogKey.traceID] = .string(traceParent.traceID)
            metadata[LogKey.spanID] = .string(traceParent.spanID)
        }
        return metadata
    }
}
