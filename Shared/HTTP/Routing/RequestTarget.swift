import HummingbirdCore
import SharedDomain

/// The target of a request (RFC 9112, section 3.2): the segments of its path and the parameters of its query, decoded.
struct RequestTarget {
    /// One `name=value` of the query.
    struct QueryItem {
        let name: String
        let value: String
    }

    /// The segments of the path, decoded one by one, so that an encoded slash stays inside its segment.
    let segments: [String]
    /// The query in the order it was sent.
    let query: [QueryItem]

    /// The most parameters a query may have; more is no question of ours.
    static let maximumQueryItems = 64

    /// Throws `INVALID_PARAMETER` for a target that is too long or malformed.
    init(_ uri: URI, maximumBytes: Int) throws {
        guard uri.string.utf8.count <= maximumBytes else {
            throw ServiceError.malformed("URL", "it is too long", expected: "at most \(maximumBytes) bytes")
        }
        self.segments = try Self.segments(of: uri.path)
        self.query = try uri.query.map(Self.items(of:)) ?? []
    }

    /// A slash at the end makes no difference: clients of the first version were redirected there.
    private static func segments(of path: String) throws -> [String] {
        var raw = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        if raw.last?.isEmpty == true { raw.removeLast() }
        return try raw.map { segment in
            guard let text = PercentDecoding.pathText(segment) else {
                throw ServiceError.malformed(
                    "path", "'\(ServiceError.quoted(String(segment)))' is not percent-encoded UTF-8",
                    expected: "percent-encoded UTF-8 without U+0000")
            }
            return text
        }
    }

    private static func items(of query: String) throws -> [QueryItem] {
        let pairs = query.split(separator: "&", maxSplits: maximumQueryItems)
        guard pairs.count <= maximumQueryItems else {
            throw ServiceError.malformed(
                "query", "it has too many parameters", expected: "at most \(maximumQueryItems) parameters")
        }
        return try pairs.map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentDecoding.queryText(parts[0]),
                let value = PercentDecoding.queryText(parts.count > 1 ? parts[1] : "")
            else {
                throw ServiceError.malformed(
                    "query", "'\(ServiceError.quoted(String(pair)))' is not percent-encoded UTF-8",
                    expected: "percent-encoded UTF-8 without U+0000")
            }
            return QueryItem(name: name, value: value)
        }
    }
}
