/// The name of a source of rates or prices: 1 to 32 of a–z, 0–9 and `-`.
package struct SourceID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The name.
    package let description: String

    /// Reads a name; nil when it is not of the form.
    package init?(_ text: some StringProtocol) {
        guard SlugRule.isSlug(text) else { return nil }
        description = String(text)
    }

    private init(known name: String) {
        description = name
    }

    /// The European Central Bank's euro reference rates.
    package static let ecb = SourceID(known: "ecb")

    /// The Export-Import Bank of Korea's rates.
    package static let kexim = SourceID(known: "kexim")

    /// Alphabetical order.
    package static func < (one: SourceID, other: SourceID) -> Bool { one.description < other.description }
}
