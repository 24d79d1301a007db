/// The arithmetic of Hangul syllables: The Unicode Standard, section 3.12, "Conjoining Jamo Behavior".
struct HangulSyllable: Sendable, Hashable {
    /// The place of the leading consonant, 0 (ㄱ) to 18 (ㅎ).
    let initial: Int
    /// The place of the vowel, 0 (ㅏ) to 20 (ㅣ).
    let vowel: Int
    /// The place of the trailing consonant, 1 (ㄱ) to 27 (ㅎ); 0 for none.
    let final: Int

    private static let base: UInt32 = 0xAC00
    private static let finals: UInt32 = 28
    private static let vowels: UInt32 = 21
    private static let count: UInt32 = 11_172

    /// Takes a syllable of U+AC00 to U+D7A3 apart; nil for everything else.
    init?(_ scalar: Unicode.Scalar) {
        guard scalar.value >= Self.base, scalar.value - Self.base < Self.count else { return nil }
        let place = scalar.value - Self.base
        initial = Int(place / (Self.vowels * Self.finals))
        vowel = Int(place % (Self.vowels * Self.finals) / Self.finals)
        final = Int(place % Self.finals)
    }
}
