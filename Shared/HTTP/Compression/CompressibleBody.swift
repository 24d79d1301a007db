/// Which bodies are worth compressing.
enum CompressibleBody {
    /// The largest body that goes out as it is although a client takes a coding: it fits in one packet or two.
    static let smallest = 1024
    /// The largest body that is compressed: beyond that it costs a processor too long.
    static let largest = 4 * 1024 * 1024

    private static let types: Set<Substring> = [
        "application/json", "application/yaml", "application/x-ndjson", "application/openapi+json",
        "application/openapi+yaml", "application/javascript", "application/xml", "image/svg+xml",
    ]

    /// Whether bodies of this media type get smaller: text in one form or another.
    static func isCompressible(mediaType: String) -> Bool {
        let type = mediaType.prefix { $0 != ";" && $0 != " " }
        return type.hasPrefix("text/") || types.contains(type)
    }

    /// Whether a body of that many bytes is worth it.
    static func isWorthwhile(_ bytes: Int) -> Bool {
        bytes > smallest && bytes <= largest
    }
}
