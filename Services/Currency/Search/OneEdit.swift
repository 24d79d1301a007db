/// Whether one edit makes one text of another: a letter inserted, left out, replaced, or two neighbours exchanged. That
/// is a distance of at most 1 after Damerau, "A technique for computer detection and correction of spelling errors"
/// (1964), and Levenshtein (1966).
enum OneEdit {
    /// Takes time in proportion to the shorter text, and none where the lengths differ by more than one: what both
    /// begin with and what both end with is left aside, and one edit leaves little between.
    static func isEnough<Letter: Equatable>(from one: ArraySlice<Letter>, to other: ArraySlice<Letter>) -> Bool {
        guard abs(one.count - other.count) <= 1 else { return false }
        let shared = zip(one, other).prefix { $0 == $1 }.count
        let (first, second) = (one.dropFirst(shared), other.dropFirst(shared))
        let sharedEnd = zip(first.reversed(), second.reversed()).prefix { $0 == $1 }.count
        let (left, right) = (first.dropLast(sharedEnd), second.dropLast(sharedEnd))
        if left.count <= 1, right.count <= 1 { return true }
        return left.count == 2 && right.count == 2 && left.first == right.last && left.last == right.first
    }
}
