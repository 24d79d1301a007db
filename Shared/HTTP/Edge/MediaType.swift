import HTTPTypes
import SharedDomain

/// Media types of bodies.
enum MediaType {
    static let json = "application/json"

    /// Throws `UNSUPPORTED_MEDIA_TYPE` unless the body is said to be JSON in UTF-8, and not compressed.
    static func requireJSON(_ headers: HTTPFields) throws {
        let type = headers[.contentType] ?? ""
        guard isJSON(type) else { throw unsupported("Content-Type", type, expected: "application/json in UTF-8") }
        let encoding = headers[.contentEncoding] ?? "identity"
        guard encoding.lowercased() == "identity" else {
            throw unsupported("Content-Encoding", encoding, expected: "no content encoding")
        }
    }

    /// `application/json`, with a charset only if that is UTF-8: RFC 8259 knows no other.
    private static func isJSON(_ value: String) -> Bool {
        let parts = value.split(separator: ";", omittingEmptySubsequences: false).map { part in
            part.filter { $0 != " " && $0 != "\t" && $0 != "\"" }.lowercased()
        }
        guard parts.first == json else { return false }
        return parts.dropFirst().allSatisfy { !$0.hasPrefix("charset=") || $0 == "charset=utf-8" }
    }

    private static func unsupported(_ header: String, _ value: String, expected: String) -> ServiceError {
        ServiceError(
            .unsupportedMediaType,
            value.isEmpty
                ? "The body needs the header \(header): expected \(expected)."
                : "\(header) '\(ServiceError.quoted(value))' is not supported: expected \(expected).",
            details: ["parameter": header, "provided": ServiceError.quoted(value), "expected": expected])
    }
}
