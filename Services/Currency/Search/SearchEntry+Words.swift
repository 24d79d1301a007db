/// What no name of an entry answers as a whole.
extension SearchEntry {
    /// A currency by a name of its country: 터키 finds 튀르키예 리라 too.
    func ofCountry(_ query: SearchQuery) -> SearchMatch.Reason? {
        guard let name = countryNames.first(where: { $0.hasWord(query.folded.units[...]) }) else { return nil }
        return SearchMatch.Reason(
            field: name.field, text: name.text, kind: .wordPrefix, score: SearchScore.countryOfMoney)
    }

    /// A country or a currency by words of which each is of another name: 터키 리라, UK pound.
    func scattered(_ query: SearchQuery) -> SearchMatch.Reason? {
        let all = names + countryNames
        var words = query.words
        if words.count == 1, let parts = split(query.folded.units) { words = parts }
        guard words.count > 1, words.allSatisfy({ word in all.contains { $0.hasWord(word) } }),
            let first = words.first, let name = all.first(where: { $0.hasWord(first) })
        else { return nil }
        return SearchMatch.Reason(field: name.field, text: name.text, kind: .wordPrefix, score: SearchScore.scattered)
    }

    /// What stands before the name of the unit, and that name, as people leave out the space: 터키리라.
    private func split(_ asked: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>]? {
        let bare = asked.last == SearchName.money ? asked.dropLast() : asked[...]
        for unit in names.compactMap(\.unit) where bare.count >= unit.count + SearchQuery.fewestSyllables {
            if bare.suffix(unit.count).elementsEqual(unit) {
                return [bare.dropLast(unit.count), bare.suffix(unit.count)]
            }
        }
        return nil
    }
}

extension SearchName {
    /// 화, money, which Korean puts after the name of a unit: 루피화.
    static let money: Unicode.Scalar = "화"

    /// The name of a currency's unit, which is the last word of the currency's name.
    var unit: ArraySlice<Unicode.Scalar>? {
        guard field == .currencyName else { return nil }
        return folded.wordStarts.last.map { folded.units[$0...] }
    }

    /// Whether a word of the name begins with that, or is the unit that it names.
    func hasWord(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        folded.wordStarts.contains { folded.units[$0...].starts(with: word) } || isUnit(word)
    }
}
