/// Reads comma-separated values after RFC 4180, a record at a time, from bytes: quoted fields with doubled quotes and
/// line breaks in them, records that end with LF or CRLF, the last one perhaps with neither.
///
/// Stricter than most: a quote within an unquoted field, anything after a closing quote, a lone CR and text that is not
/// UTF-8 are errors, each with its line. Every size is bounded.
struct CSVReader {
    /// The largest record that is accepted.
    struct Limits {
        var fieldBytes = 4 * 1024
        var fields = 256
        var records = 100_000
    }

    /// One record and where it begins.
    struct Record {
        /// The line it begins on, counted from 1.
        let line: Int
        let fields: [String]
    }

    private let bytes: [UInt8]
    private let limits: Limits
    private var position = 0
    private var line = 1
    private var recordsRead = 0

    init(_ bytes: [UInt8], limits: Limits = Limits()) {
        self.bytes = bytes
        self.limits = limits
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if bytes.starts(with: byteOrderMark) { position = byteOrderMark.count }
    }

    /// The next record; nil after the last.
    mutating func next() throws(UnreadablePayload) -> Record? {
        guard position < bytes.count else { return nil }
        recordsRead += 1
        guard recordsRead <= limits.records else { throw problem("more than \(limits.records) records") }
        let firstLine = line
        var fields: [String] = []
        fields.reserveCapacity(limits.fields / 4)
        while true {
            guard fields.count < limits.fields else { throw problem("more than \(limits.fields) fields in a record") }
            let isQuoted = position < bytes.count && bytes[position] == Self.quote
            fields.append(isQuoted ? try quotedField() : try plainField())
            guard position < bytes.count else { break }
            let end = bytes[position]
            position += 1
            if end == Self.comma { continue }
            // Both field readers stop only at a comma, a line's end, or the end of all.
            if end == Self.carriageReturn { position += 1 }
            line += 1
            break
        }
        return Record(line: firstLine, fields: fields)
    }

    private mutating func plainField() throws(UnreadablePayload) -> String {
        let start = position
        scan: while position < bytes.count {
            switch bytes[position] {
            case Self.comma, Self.lineFeed: break scan
            case Self.carriageReturn:
                guard position + 1 < bytes.count, bytes[position + 1] == Self.lineFeed else {
                    throw problem("a carriage return without a line feed")
                }
                break scan
            case Self.quote: throw problem("a quote within a field that does not begin with one")
            default: position += 1
            }
        }
        return try text(bytes[start..<position])
    }

    private mutating func quotedField() throws(UnreadablePayload) -> String {
        let opened = line
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == Self.quote {
                guard position < bytes.count, bytes[position] == Self.quote else {
                    try requireEndOfField()
                    return try text(content[...])
                }
                position += 1
            } else if byte == Self.lineFeed {
                line += 1
            }
            content.append(byte)
            guard content.count <= limits.fieldBytes else { throw tooLong }
        }
        throw UnreadablePayload(line: opened, "a quote is opened and never closed")
    }

    private func requireEndOfField() throws(UnreadablePayload) {
        guard position < bytes.count else { return }
        switch bytes[position] {
        case Self.comma, Self.lineFeed: return
        case Self.carriageReturn where position + 1 < bytes.count && bytes[position + 1] == Self.lineFeed: return
        default: throw problem("something follows a closing quote")
        }
    }

    private func text(_ field: ArraySlice<UInt8>) throws(UnreadablePayload) -> String {
        guard field.count <= limits.fieldBytes else { throw tooLong }
        guard let text = String(validating: field, as: UTF8.self) else { throw problem("text that is not UTF-8") }
        return text
    }

    private var tooLong: UnreadablePayload { problem("a field of more than \(limits.fieldBytes) bytes") }

    private func problem(_ reason: String) -> UnreadablePayload { UnreadablePayload(line: line, reason) }

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}
