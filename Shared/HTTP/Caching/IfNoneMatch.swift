/// What `If-None-Match` says (RFC 9110, section 13.1.2).
enum IfNoneMatch: Equatable {
    /// `*`: whatever there is.
    case anything
    /// Any of these, each with its quotation marks and without the `W/` that weak comparison (section 8.8.3.2) ignores.
    case tags([Substring])

    /// The most tags that are looked at; a client that lists more is answered in full.
    private static let maximumTags = 64

    /// Nil for a list that is malformed: then the header is as good as absent.
    init?(_ header: String) {
        var rest = header.utf8[...]
        var tags: [Substring] = []
        Self.skipBlank(&rest)
        if rest.elementsEqual("*".utf8) {
            self = .anything
            return
        }
        while let first = rest.first {
            if first == UInt8(ascii: ",") {
                rest.removeFirst()
            } else {
                guard tags.count < Self.maximumTags, let tag = Self.readTag(&rest) else { return nil }
                tags.append(tag)
            }
            Self.skipBlank(&rest)
        }
        self = .tags(tags)
    }

    /// Reads one tag, which a comma or the end must follow.
    private static func readTag(_ rest: inout Substring.UTF8View) -> Substring? {
        if rest.starts(with: "W/".utf8) { rest = rest.dropFirst(2) }
        guard rest.first == UInt8(ascii: "\""),
            let end = rest.dropFirst().firstIndex(where: { !isTagByte($0) }), rest[end] == UInt8(ascii: "\"")
        else { return nil }
        let tag = Substring(rest[...end])
        rest = rest[rest.index(after: end)...]
        skipBlank(&rest)
        guard rest.isEmpty || rest.first == UInt8(ascii: ",") else { return nil }
        return tag
    }

    /// What may stand between the quotation marks (RFC 9110, section 8.8.3): also a backslash, which escapes nothing.
    private static func isTagByte(_ byte: UInt8) -> Bool {
        byte == 0x21 || (0x23...0x7E).contains(byte) || byte >= 0x80
    }

    private static func skipBlank(_ rest: inout Substring.UTF8View) {
        while rest.first == UInt8(ascii: " ") || rest.first == UInt8(ascii: "\t") { rest.removeFirst() }
    }
}
