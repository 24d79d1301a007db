/// Reads the elements of an XML 1.0 document in UTF-8, one after the other; text between them is passed over.
///
/// Foundation's XMLParser is not used: on Linux it takes documents that break off for whole ones, and some malformed ones
/// (a name that is not UTF-8, an emptied default namespace) end the process, which must be in no feed's power. This reads
/// what data feeds are made of and refuses the rest: there are no document types, hence no entities but the five of XML
/// itself, nothing outside is ever looked at, and every size is bounded.
struct XMLReader {
    /// The largest document that is accepted, apart from its length, which is the caller's to bound.
    enum Limits {
        static let depth = 32
        static let attributes = 32
        /// Of a name or the value of an attribute.
        static let textBytes = 4 * 1024
    }

    enum Event {
        case start(XMLElement)
        /// Of the element that was started last and is not ended yet.
        case end
    }

    private let bytes: [UInt8]
    private var position = 0
    /// The names of the elements that are open, outermost first.
    private var open: [String] = []
    private var hasRoot = false
    /// An element that is closed where it is opened has its end reported next.
    private var isEmptyElement = false

    /// - Throws: `UnreadablePayload` for bytes that are not UTF-8.
    init(_ bytes: [UInt8]) throws(UnreadablePayload) {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if bytes.starts(with: byteOrderMark) { position = byteOrderMark.count }
        guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else {
            throw UnreadablePayload(line: nil, "not text in UTF-8")
        }
        self.bytes = bytes
    }

    /// The line that has been reached, from 1.
    var line: Int { bytes[..<position].count { $0 == UInt8(ascii: "\n") } + 1 }

    /// The next beginning or end of an element; nil at the end of a whole document.
    mutating func next() throws(UnreadablePayload) -> Event? {
        if isEmptyElement {
            isEmptyElement = false
            open.removeLast()
            return .end
        }
        while try skipText() {
            if skip("<!--") {
                try skipPast("-->", "a comment")
            } else if skip("<?") {
                try skipPast("?>", "a processing instruction")
            } else if !open.isEmpty, skip("<![CDATA[") {
                try skipPast("]]>", "a CDATA section")
            } else if skip("<!") {
                throw problem("a document type, or something else that no data feed has")
            } else if skip("</") {
                try endTag()
                return .end
            } else {
                position += 1
                return .start(try startTag())
            }
        }
        guard hasRoot, open.isEmpty else { throw problem("the document breaks off") }
        return nil
    }

    // MARK: Tags

    private mutating func startTag() throws(UnreadablePayload) -> XMLElement {
        guard !open.isEmpty || !hasRoot else { throw problem("a second outermost element") }
        guard open.count < Limits.depth else { throw problem("more than \(Limits.depth) elements within each other") }
        let name = try self.name()
        var element = XMLElement(qualifiedName: name)
        while true {
            let isSeparated = skipSpace()
            if skip("/>") {
                isEmptyElement = true
                break
            }
            if skip(">") { break }
            guard isSeparated else { throw problem("an attribute that is not set apart") }
            let attribute = try self.name()
            guard element[attribute] == nil else { throw problem("an attribute that is there twice") }
            guard element.attributes.count < Limits.attributes else {
                throw problem("more than \(Limits.attributes) attributes")
            }
            skipSpace()
            guard skip("=") else { throw problem("an attribute without a value") }
            skipSpace()
            element.attributes.append((attribute, try value()))
        }
        hasRoot = true
        open.append(name)
        return element
    }

    private mutating func endTag() throws(UnreadablePayload) {
        let name = try self.name()
        skipSpace()
        guard skip(">"), name == open.last else { throw problem("an end that belongs to no beginning") }
        open.removeLast()
    }

    /// Any character beyond ASCII is taken in a name, though XML leaves out a few.
    private mutating func name() throws(UnreadablePayload) -> String {
        let start = position
        while position < bytes.count, Self.isInName(bytes[position]) { position += 1 }
        guard let first = bytes[start..<position].first, !Self.isOnlyWithinName(first) else {
            throw problem("a name was expected")
        }
        return try text(start..<position)
    }

    private mutating func value() throws(UnreadablePayload) -> String {
        let quote = position < bytes.count ? bytes[position] : 0
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw problem("a value without quotes") }
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != quote {
            guard bytes[position] != UInt8(ascii: "<") else { throw problem("a value that is not closed") }
            position += 1
        }
        guard position < bytes.count else { throw problem("a value that is not closed") }
        let text = try self.text(start..<position)
        guard let value = XMLReference.resolved(text) else { throw problem("a reference to something unknown") }
        position += 1
        return value
    }

    // MARK: Bytes

    /// Moves to the next tag; false at the end of the document.
    private mutating func skipText() throws(UnreadablePayload) -> Bool {
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") {
            guard !open.isEmpty || Self.isSpace(bytes[position]) else { throw problem("text outside any element") }
            position += 1
        }
        return position < bytes.count
    }

    private mutating func skip(_ mark: StaticString) -> Bool {
        let length = mark.utf8CodeUnitCount
        guard position + length <= bytes.count else { return false }
        for offset in 0..<length where bytes[position + offset] != mark.utf8Start[offset] { return false }
        position += length
        return true
    }

    private mutating func skipPast(_ mark: StaticString, _ what: String) throws(UnreadablePayload) {
        while !skip(mark) {
            guard position < bytes.count else { throw problem("\(what) that is not closed") }
            position += 1
        }
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = position
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        return position > start
    }

    private func text(_ range: Range<Int>) throws(UnreadablePayload) -> String {
        guard range.count <= Limits.textBytes else { throw problem("a text of more than \(Limits.textBytes) bytes") }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    private func problem(_ reason: String) -> UnreadablePayload { UnreadablePayload(line: line, reason) }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private static func isInName(_ byte: UInt8) -> Bool {
        let lowered = byte | 0x20
        return lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "z") || byte >= 0x80
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || isOnlyWithinName(byte)
    }

    private static func isOnlyWithinName(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
