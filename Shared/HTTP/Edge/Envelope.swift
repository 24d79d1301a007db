import SharedDomain

/// The shape of every answer under `/api/v1` that is not an error.
struct SuccessEnvelope: JSONRepresentable {
    /// The version of the API that `version` names.
    static let version = "v1"

    let data: any JSONRepresentable
    let timestamp: Instant

    func write(into writer: inout JSONWriter) {
        writer.object { object in
            object.member("success", true)
            object.member("data", data)
            object.member("timestamp", timestamp)
            object.member("version", Self.version)
        }
    }
}

/// The shape of every error.
struct ErrorEnvelope: JSONRepresentable {
    let error: ServiceError
    let traceID: String
    let timestamp: Instant

    func write(into writer: inout JSONWriter) {
        writer.object { object in
            object.member("success", false)
            object.null("data")
            object.member("error", ErrorMember(error: error, traceID: traceID))
            object.member("timestamp", timestamp)
        }
    }
}

/// The `error` member of an answer.
struct ErrorMember: JSONRepresentable {
    let error: ServiceError
    let traceID: String

    func write(into writer: inout JSONWriter) {
        writer.object { object in
            object.member("code", error.code.rawValue)
            object.member("message", error.message)
            object.member("details", error.details)
            object.member("trace_id", traceID)
        }
    }
}
