/// What a text is typed as: Hangul on the Korean standard keyboard (KS X 5002), where ㅘ is ㅗ and then ㅏ, ㄼ is ㄹ and
/// then ㅂ, and one key serves a consonant whether it leads or trails. Everything else stays as it is.
///
/// So one wrong key is one letter, and a syllable that is not finished yet is the beginning of the finished one: 일본 is
/// typed by way of 이, 일, 읿 and 일보.
enum KeyboardLetters {
    /// The letters of one scalar, as compatibility jamo.
    static func letters(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if let syllable = HangulSyllable(scalar) {
            return [initials[syllable.initial]] + vowels[syllable.vowel] + finals[syllable.final]
        }
        switch scalar.value {
        case 0x1100...0x1112: return [initials[Int(scalar.value - 0x1100)]]
        case 0x1161...0x1175: return vowels[Int(scalar.value - 0x1161)]
        case 0x11A8...0x11C2: return finals[Int(scalar.value - 0x11A7)]
        default: return [scalar]
        }
    }

    /// The leading consonant of a syllable; nil for everything else.
    static func initial(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        HangulSyllable(scalar).map { initials[$0.initial] }
    }

    /// The consonants that a conjoining letter stands for when it stands alone: one, or two for a cluster such as ㄳ; nil
    /// for everything else.
    static func consonants(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
        switch scalar.value {
        case 0x1100...0x1112, 0x11A8...0x11C2: letters(of: scalar)
        default: nil
        }
    }

    /// By their place in Unicode.
    private static let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".unicodeScalars)
    private static let vowels = split("ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ")
    private static let finals =
        [[]] + split("ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ")

    private static func split(_ letters: String) -> [[Unicode.Scalar]] {
        letters.split(separator: " ").map { Array($0.unicodeScalars) }
    }
}
