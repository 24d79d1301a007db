/// A name that can be searched for.
struct SearchName: Sendable {
    let field: SearchMatch.Field
    /// As it is written.
    let text: String
    /// As it is compared.
    let folded: FoldedText

    /// - Parameter comparedAs: What is compared in its place, where names are abbreviated.
    init(_ field: SearchMatch.Field, _ text: String, comparedAs: String? = nil) {
        self.field = field
        self.text = text
        folded = FoldedText(comparedAs ?? text)
    }

    /// Why the name answers the query; nil when it does not.
    func reason(for query: SearchQuery) -> SearchMatch.Reason? {
        guard let (kind, score) = fit(query) else { return nil }
        return SearchMatch.Reason(
            field: field, text: text, kind: kind, score: field == .alias ? score - SearchScore.aliasLoss : score)
    }

    private func fit(_ query: SearchQuery) -> (SearchMatch.Kind, Int)? {
        let asked = query.folded.units
        if folded.units == asked { return (.exactName, SearchScore.exactName) }
        if field == .currencyName, isUnit(asked[...]) { return (.unitName, SearchScore.unitName) }
        if folded.units.starts(with: asked) { return (.namePrefix, SearchScore.namePrefix) }
        return word(query) ?? initials(query) ?? part(query) ?? typo(query)
    }

    /// Whether it is the name of the unit, with or without 화, money, which Korean puts after it.
    func isUnit(_ asked: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let unit else { return false }
        return unit.elementsEqual(asked) || (asked.last == Self.money && unit.elementsEqual(asked.dropLast()))
    }

    private func word(_ query: SearchQuery) -> (SearchMatch.Kind, Int)? {
        let asked = query.folded.units
        var isPrefix = false
        for start in folded.wordStarts where folded.units[start...].starts(with: asked) {
            let end = start + asked.count
            if end == folded.units.count || folded.wordStarts.contains(end) {
                return (.wordPrefix, SearchScore.wholeWord)
            }
            isPrefix = true
        }
        return isPrefix ? (.wordPrefix, SearchScore.wordPrefix) : nil
    }

    private func initials(_ query: SearchQuery) -> (SearchMatch.Kind, Int)? {
        guard query.hasHangul else { return nil }
        for start in folded.wordStarts where isTyped(query, from: start) {
            if start > 0 { return (.initials, SearchScore.wordInitials) }
            let isWhole = query.pattern?.count == folded.units.count
            return (.initials, isWhole ? SearchScore.allInitials : SearchScore.nameInitials)
        }
        return nil
    }

    /// Whether the units from there on begin with what is typed: leading consonants or whole syllables, or all letters
    /// of syllables of which the last is not finished.
    private func isTyped(_ query: SearchQuery, from start: Int) -> Bool {
        if let pattern = query.pattern, folded.units.count - start >= pattern.count,
            zip(pattern, folded.units[start...]).allSatisfy({ $0.fits($1) })
        {
            return true
        }
        return folded.letters[folded.letterStarts[start]...].starts(with: query.folded.letters)
    }

    private func part(_ query: SearchQuery) -> (SearchMatch.Kind, Int)? {
        // Within an everyday name, such as 중국 in 미합중국, nothing is meant.
        guard query.mayBePart, field != .alias else { return nil }
        let asked = query.folded.units
        guard asked.count <= folded.units.count else { return nil }
        let starts = 0...(folded.units.count - asked.count)
        return starts.contains { folded.units[$0...].starts(with: asked) } ? (.substring, SearchScore.substring) : nil
    }

    private func typo(_ query: SearchQuery) -> (SearchMatch.Kind, Int)? {
        guard query.mayBeMistyped else { return nil }
        if let near = folded.parts.firstIndex(where: { isNear(query, $0) }) {
            return (.typo, near == 0 ? SearchScore.nameTypo : SearchScore.wordTypo)
        }
        guard folded.parts.contains(where: { hasWrongSyllable(query, $0) }) else { return nil }
        return (.typo, SearchScore.syllableTypo)
    }

    private func isNear(_ query: SearchQuery, _ range: Range<Int>) -> Bool {
        let letters = folded.letters(of: range)
        return letters.count >= SearchQuery.fewestLetters
            && OneEdit.isEnough(from: query.folded.letters[...], to: letters)
    }

    /// One syllable inserted, left out, replaced or exchanged, where enough others are right.
    private func hasWrongSyllable(_ query: SearchQuery, _ range: Range<Int>) -> Bool {
        query.hasHangul && query.folded.units.count >= SearchQuery.fewestLetters
            && range.count >= SearchQuery.fewestLetters
            && OneEdit.isEnough(from: query.folded.units[...], to: folded.units[range])
    }
}
