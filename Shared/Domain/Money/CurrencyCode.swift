/// A code in the form of ISO 4217: three capital letters. That it has the form does not say that the currency exists.
package struct CurrencyCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    private let packed: UInt16

    /// Reads exactly three ASCII letters of either case.
    package init?(_ text: some StringProtocol) {
        guard let packed = PackedLetters.pack(text, length: 3) else { return nil }
        self.packed = packed
    }

    /// Alphabetical order.
    package static func < (one: CurrencyCode, other: CurrencyCode) -> Bool { one.packed < other.packed }

    /// The three capitals.
    package var description: String { PackedLetters.unpack(packed, length: 3) }

    /// The euro.
    package static let eur = CurrencyCode(letters: "E", "U", "R")
    /// The South Korean won.
    package static let krw = CurrencyCode(letters: "K", "R", "W")
    /// The United States dollar.
    package static let usd = CurrencyCode(letters: "U", "S", "D")

    /// Three capitals written in this file.
    private init(letters: Unicode.Scalar...) {
        packed = letters.reduce(0) { $0 * 26 + UInt16(UInt8(ascii: $1) - UInt8(ascii: "A")) }
    }
}
