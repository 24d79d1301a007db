import GRPCCore

/// How long a caller waits: the `grpc-timeout` header
/// (github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md, "Timeout": at most 8 digits and a unit).
enum CallTimeout {
    /// Nil where the caller gave none, or none that can be read.
    static func of(_ metadata: Metadata) -> Duration? {
        guard let text = metadata[stringValues: "grpc-timeout"].first(where: { _ in true }), let unit = text.last,
            (2...9).contains(text.utf8.count), let amount = Int64(text.dropLast()), amount >= 0
        else { return nil }
        switch unit {
        case "H": return .seconds(amount * 3600)
        case "M": return .seconds(amount * 60)
        case "S": return .seconds(amount)
        case "m": return .milliseconds(amount)
        case "u": return .microseconds(amount)
        case "n": return .nanoseconds(amount)
        default: return nil
        }
    }
}
