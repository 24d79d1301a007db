package import SharedDomain

/// The identity of a selection: 48 bits of time in milliseconds and 80 random ones as 26 characters of Crockford's
/// base 32, which sort in the order of time (github.com/ulid/spec).
package struct SelectionID: Sendable, Hashable, CustomStringConvertible {
    /// The 26 characters.
    package let description: String

    /// A new identity for a selection made at `instant`.
    package init(at instant: Instant, using generator: inout some RandomNumberGenerator) {
        let time = UInt128(min(UInt64(clamping: instant.milliseconds), Self.greatestTime))
        let random = UInt128(generator.next() as UInt64) << 16 | UInt128(generator.next() as UInt16)
        let bits = time << 80 | random
        let characters = (0..<Self.length).reversed().map { position in
            Self.alphabet[Int(truncatingIfNeeded: bits >> (5 * position) & 31)]
        }
        description = String(decoding: characters, as: UTF8.self)
    }

    /// One that was stored.
    init(stored text: String) {
        description = text
    }

    private static let length = 26
    private static let greatestTime: UInt64 = 1 << 48 - 1
    /// Without I, L, O and U, which are misread.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
