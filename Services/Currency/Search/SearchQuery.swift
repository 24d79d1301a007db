/// A query made ready to be compared.
struct SearchQuery: Sendable {
    /// What one place of a name must be.
    enum Place: Sendable, Hashable {
        case unit(Unicode.Scalar)
        /// A syllable that begins with the consonant.
        case initial(Unicode.Scalar)

        func fits(_ unit: Unicode.Scalar) -> Bool {
            switch self {
            case .unit(let expected): unit == expected
            case .initial(let consonant): KeyboardLetters.initial(of: unit) == consonant
            }
        }
    }

    /// The fewest letters in which an error of typing is looked for: with two, almost everything is near.
    static let fewestLetters = 3
    /// The same in Hangul syllables, which have two letters or more.
    static let fewestSyllables = 2

    let folded: FoldedText
    let symbol: SymbolText
    /// The query as a code, where it is one word of nothing but ASCII letters or digits: `US$` is no country.
    let code: String?
    /// Whether it holds what is no letter or digit, as `S/` and `A$` do: no name is meant where it is a symbol.
    let hasPunctuation: Bool
    /// Where the query has consonants that stand alone: what each place of a name must be.
    let pattern: [Place]?
    /// Whether any letter is Hangul.
    let hasHangul: Bool

    init(_ text: String) {
        let folded = FoldedText(text)
        let symbol = SymbolText(text)
        self.folded = folded
        self.symbol = symbol
        let typed = symbol.text.unicodeScalars
        hasPunctuation = !typed.elementsEqual(folded.units)
        let isCode =
            folded.wordStarts.count == 1 && typed.allSatisfy(\.isASCII) && typed.elementsEqual(folded.units)
        code = isCode ? symbol.text.uppercased() : nil
        hasHangul = folded.units.contains { KeyboardLetters.letters(of: $0) != [$0] }
        let places = folded.units.flatMap { unit in
            KeyboardLetters.consonants(of: unit)?.map(Place.initial) ?? [.unit(unit)]
        }
        let hasInitials = places.contains { if case .initial = $0 { true } else { false } }
        pattern = hasInitials ? places : nil
    }

    /// The words, each as it is compared.
    var words: [ArraySlice<Unicode.Scalar>] { folded.parts.dropFirst().map { folded.units[$0] } }

    /// Whether a part of a name that begins no word may answer: one letter of an alphabet is a part of almost all.
    var mayBePart: Bool { folded.units.count > 1 || hasHangul }

    /// Whether the query is long enough to hold an error of typing and something right besides.
    var mayBeMistyped: Bool {
        folded.units.count >= (hasHangul ? Self.fewestSyllables : Self.fewestLetters)
    }
}
