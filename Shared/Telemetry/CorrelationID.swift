/// The name under which a request is followed through logs, calls and events: 1 to 128 of `[A-Za-z0-9._-]`.
package struct CorrelationID: Sendable, Hashable, CustomStringConvertible {
    /// The most characters it may have.
    package static let longest = 128

    /// The text.
    package let value: String

    /// An id that someone else chose; nil unless it is well-formed, so that it is safe in a header and in a log line.
    package init?(_ text: String) {
        guard Self.isValid(text) else { return nil }
        value = text
    }

    private init(made value: String) {
        self.value = value
    }

    /// Whether a text is well-formed.
    package static func isValid(_ text: String) -> Bool {
        let bytes = text.utf8
        return !bytes.isEmpty && bytes.count <= longest && bytes.allSatisfy(isAllowed)
    }

    /// A new id: 128 random bits as 32 hexadecimal digits.
    package static func make() -> CorrelationID {
        var generator = IDGenerator()
        return make(using: &generator)
    }

    /// A new id from a given source of randomness.
    package static func make(using generator: inout some RandomNumberGenerator) -> CorrelationID {
        CorrelationID(made: Hex.text(of: generator.next(), generator.next()))
    }

    /// The text.
    package var description: String { value }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default:
            false
        }
    }
}
