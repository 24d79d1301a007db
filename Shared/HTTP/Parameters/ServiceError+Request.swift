import SharedDomain

extension ServiceError {
    /// A query parameter or a field that nothing declares; names those that are.
    static func unknownName(_ name: String, kind: String, provided: String, allowed: [String]) -> ServiceError {
        let known = allowed.isEmpty ? "none" : allowed.sorted().joined(separator: ", ")
        return ServiceError(
            .invalidParameter, "Unknown \(kind) '\(quoted(name))'. Allowed: \(known).",
            details: ["parameter": quoted(name), "provided": quoted(provided), "expected": known])
    }

    /// A query parameter that was sent twice: which one counts would be a guess.
    static func repeatedParameter(_ name: String, provided: [String]) -> ServiceError {
        ServiceError(
            .invalidParameter, "Parameter '\(quoted(name))' was sent more than once.",
            details: [
                "parameter": quoted(name), "provided": quoted(provided.joined(separator: ", ")),
                "expected": "one value",
            ])
    }

    /// A body that is not JSON.
    static func malformedBody(_ error: JSONSyntaxError) -> ServiceError {
        ServiceError(
            .invalidParameter, "The body is not valid JSON: \(error.reason), at byte \(error.offset).",
            details: ["parameter": "body", "expected": "a JSON object (RFC 8259)", "offset": String(error.offset)])
    }

    /// A target or a body that says something else than it must.
    static func malformed(_ part: String, _ reason: String, expected: String) -> ServiceError {
        ServiceError(
            .invalidParameter, "The \(part) is malformed: \(reason).",
            details: ["parameter": part, "expected": expected])
    }
}
