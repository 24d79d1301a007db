/// An ISO 3166-1 alpha-2 code: two capital letters. That it has the form does not say that the country exists.
package struct CountryCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    private let packed: UInt16

    /// Reads exactly two ASCII letters of either case.
    package init?(_ text: some StringProtocol) {
        guard let packed = PackedLetters.pack(text, length: 2) else { return nil }
        self.packed = packed
    }

    /// Alphabetical order.
    package static func < (one: CountryCode, other: CountryCode) -> Bool { one.packed < other.packed }

    /// The two capitals.
    package var description: String { PackedLetters.unpack(packed, length: 2) }

    /// South Korea.
    package static let kr = CountryCode(letters: "K", "R")

    /// Two capitals written in this file.
    private init(letters: Unicode.Scalar...) {
        packed = letters.reduce(0) { $0 * 26 + UInt16(UInt8(ascii: $1) - UInt8(ascii: "A")) }
    }
}
