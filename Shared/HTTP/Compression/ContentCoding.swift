/// The content codings that answers can have (RFC 9110, section 8.4.1).
enum ContentCoding: Sendable, Hashable, CaseIterable {
    case identity
    case gzip
    /// The zlib format (RFC 1950), as HTTP means it.
    case deflate

    /// The coding of a name in `Accept-Encoding`, nil for one that is not ours.
    init?(name: some StringProtocol) {
        switch name.lowercased() {
        case "identity": self = .identity
        case "gzip", "x-gzip": self = .gzip
        case "deflate": self = .deflate
        default: return nil
        }
    }

    /// The value of `Content-Encoding`, nil where that header is left out.
    var headerValue: String? {
        switch self {
        case .identity: nil
        case .gzip: "gzip"
        case .deflate: "deflate"
        }
    }
}
