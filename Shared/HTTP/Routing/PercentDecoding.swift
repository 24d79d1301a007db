/// Percent-decoding (RFC 3986, section 2.1) that refuses what others guess at.
enum PercentDecoding {
    /// The text of a query name or value: `+` is a space, as browsers send it. Nil if it is malformed.
    static func queryText(_ raw: Substring) -> String? {
        decode(raw, plusIsSpace: true)
    }

    /// The text of one path segment. Nil if it is malformed.
    static func pathText(_ raw: Substring) -> String? {
        decode(raw, plusIsSpace: false)
    }

    /// Nil for `%` without two hexadecimal digits, bytes that are not UTF-8, and U+0000. Characters that should have
    /// been encoded are taken as they are: people type them.
    private static func decode(_ raw: Substring, plusIsSpace: Bool) -> String? {
        // The server replaced bytes that were not UTF-8 before we saw the text.
        guard !raw.unicodeScalars.contains("\u{FFFD}") else { return nil }
        guard raw.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") || $0 == 0 }) else {
            return String(raw)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.utf8.count)
        var rest = raw.utf8.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = hexDigit(rest.next()), let low = hexDigit(rest.next()) else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace:
                bytes.append(UInt8(ascii: " "))
            default:
                bytes.append(byte)
            }
        }
        return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8?) -> UInt8? {
        switch byte {
        case .some(let byte) where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte): byte - UInt8(ascii: "0")
        case .some(let byte) where (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte): byte - UInt8(ascii: "A") + 10
        case .some(let byte) where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
