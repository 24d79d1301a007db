import SharedDomain

/// The schemas of the two envelopes: the same members that `SuccessEnvelope` and `ErrorEnvelope` write.
enum EnvelopeSchema {
    /// An answer that holds `data`.
    static func success(of data: ValueSchema) -> ValueSchema {
        .object([
            "success": .always(true),
            "data": data,
            "timestamp": timestamp,
            "version": .oneOf([SuccessEnvelope.version], "The version of the API."),
        ])
    }

    /// An error with one of those codes.
    static func error(_ codes: [ErrorCode]) -> ValueSchema {
        .object([
            "success": .always(false),
            "data": .null,
            "error": error.replacing("code", with: .oneOf(codes.map(\.rawValue), "What went wrong, for a program.")),
            "timestamp": .instant("When the answer was made."),
        ])
    }

    /// An error with any code: the shape that all share.
    static let anyError = error(ErrorCode.allCases).named("Error")

    private static let timestamp = ValueSchema.instant(
        "The moment the answer is true of: when it was made, or when the data it comes from last changed.")

    private static let error = ValueSchema.object([
        "code": .string(),
        "message": .string("One sentence for a person: what was wrong with which value."),
        "details": .map(
            of: .string(),
            "Named values for a program: `parameter`, `provided`, `expected` where a value of the request is meant."),
        "trace_id": .string("What to quote to us: the trace id of `traceparent`, else the correlation id."),
    ])
}

extension ValueSchema {
    /// The same object with another schema for one of its members.
    fileprivate func replacing(_ name: String, with schema: ValueSchema) -> ValueSchema {
        var result = self
        result.properties = properties.map { $0.name == name ? Property(name: name, schema: schema) : $0 }
        return result
    }
}
