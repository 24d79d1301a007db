import Foundation

/// A text as it is compared: without regard to case, width, accents, punctuation and spaces.
///
/// It is decomposed for compatibility (UAX #15, NFKD), which makes full-width letters plain and parts accents from
/// letters; marks, controls and apostrophes are dropped, `&` becomes "and", whatever else is no letter or digit parts
/// words; and Hangul is put together again (NFKC).
struct FoldedText: Sendable, Hashable {
    /// Letters and digits without the spaces between them.
    let units: [Unicode.Scalar]
    /// Where words begin in `units`, ascending; the first is 0.
    let wordStarts: [Int]
    /// Where all units lie, and those of each word.
    let parts: [Range<Int>]
    /// What `units` are typed as.
    let letters: [Unicode.Scalar]
    /// Where each of `units` begins in `letters`.
    let letterStarts: [Int]

    init(_ text: String) {
        let words = Self.folded(text).split(separator: " ")
        var units: [Unicode.Scalar] = []
        var wordStarts: [Int] = []
        var letters: [Unicode.Scalar] = []
        var letterStarts: [Int] = []
        for word in words {
            wordStarts.append(units.count)
            for unit in word.unicodeScalars {
                units.append(unit)
                letterStarts.append(letters.count)
                letters += KeyboardLetters.letters(of: unit)
            }
        }
        self.units = units
        self.wordStarts = wordStarts
        parts = [0..<units.count] + zip(wordStarts, wordStarts.dropFirst() + [units.count]).map { $0..<$1 }
        self.letters = letters
        self.letterStarts = letterStarts
    }

    /// Whether nothing is left of the text.
    var isEmpty: Bool { units.isEmpty }

    /// The letters of some units.
    func letters(of range: Range<Int>) -> ArraySlice<Unicode.Scalar> {
        let end = range.upperBound < units.count ? letterStarts[range.upperBound] : letters.count
        return range.isEmpty ? [] : letters[letterStarts[range.lowerBound]..<end]
    }

    private static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark, .format, .control, .surrogate, .privateUse:
                continue
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber,
                .otherNumber:
                folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            case _ where scalar == "&":
                folded.append(contentsOf: " and ".unicodeScalars)
            case _ where apostrophes.contains(scalar), .modifierLetter:
                continue
            default:
                folded.append(" ")
            }
        }
        return String(folded).precomposedStringWithCompatibilityMapping
    }

    /// Written in names such as Côte d’Ivoire, and left out by people.
    private static let apostrophes: Set<Unicode.Scalar> = ["'", "’", "‘", "`", "´"]
}
