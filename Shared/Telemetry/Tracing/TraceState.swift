/// What the vendors on a request's way keep for themselves: the `tracestate` header, passed on untouched.
///
/// W3C Trace Context, section 3.3. Several header fields are one value, joined by commas (section 3.3.1).
package struct TraceState: Sendable, Hashable, CustomStringConvertible {
    /// The most characters that are passed on; the standard asks for at least as many (section 3.3.1.5).
    package static let longest = 512
    /// The most members (section 3.3.1.1).
    package static let mostMembers = 32

    /// The header's value as it came.
    package let description: String

    /// The value of a header; nil when it is malformed, empty, or too long, in which case it is not passed on.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= Self.longest, text.utf8.allSatisfy(Self.isAllowed) else { return nil }
        let pieces = text.split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
        let members = pieces.filter { !$0.isEmpty }
        guard !members.isEmpty, members.count <= Self.mostMembers else { return nil }
        var keys: Set<Substring> = []
        for member in members {
            let parts = member.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, Self.isKey(parts[0]), Self.isValue(parts[1]), keys.insert(parts[0]).inserted else {
                return nil
            }
        }
        description = text
    }

    /// Printable ASCII and the tab, which may stand around members.
    private static func isAllowed(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) || byte == 0x09 }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }

    /// `simple-key` or `tenant-id@system-id` (section 3.3.1.3.1).
    private static func isKey(_ key: Substring) -> Bool {
        let parts = key.split(separator: "@", omittingEmptySubsequences: false)
        switch parts.count {
        case 1: return isName(parts[0], atMost: 256, mayBeginWithDigit: false)
        case 2:
            return isName(parts[0], atMost: 241, mayBeginWithDigit: true)
                && isName(parts[1], atMost: 14, mayBeginWithDigit: false)
        default: return false
        }
    }

    private static func isName(_ name: Substring, atMost limit: Int, mayBeginWithDigit: Bool) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= limit else { return false }
        return (isLetter(first) || (mayBeginWithDigit && isDigit(first)))
            && name.utf8.allSatisfy { isLetter($0) || isDigit($0) || "_-*/".utf8.contains($0) }
    }

    /// Printable ASCII without comma and equals sign, its last not a space: the spaces at the end are cut off already
    /// (section 3.3.1.3.2).
    private static func isValue(_ value: Substring) -> Bool {
        !value.isEmpty && value.utf8.count <= 256
            && value.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "=") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
