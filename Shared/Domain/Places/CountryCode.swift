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
}
