import SharedTesting
import Testing

@testable import CurrencyService

@Suite("One edit")
struct OneEditTests {
    /// The distance by its definition: a table of all beginnings, with exchanged neighbours (optimal string alignment,
    /// which agrees with Damerau and Levenshtein's up to 1).
    private func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var table = Array(repeating: Array(repeating: 0, count: other.count + 1), count: one.count + 1)
        for row in 0...one.count { table[row][0] = row }
        for column in 0...other.count { table[0][column] = column }
        for row in one.indices {
            for column in other.indices {
                var least = min(table[row][column + 1], table[row + 1][column]) + 1
                least = min(least, table[row][column] + (one[row] == other[column] ? 0 : 1))
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    least = min(least, table[row - 1][column - 1] + 1)
                }
                table[row + 1][column + 1] = least
            }
        }
        return table[one.count][other.count]
    }

    @Test("is enough exactly where the whole table says so, for 20,000 pairs of short texts")
    func pairs() {
        var random = SplitMix64(seed: 20_261_030)
        var near = 0
        for _ in 0..<20_000 {
            let one = (0..<Int.random(in: 0...6, using: &random)).map { _ in UInt8.random(in: 0...2, using: &random) }
            let other = (0..<Int.random(in: 0...6, using: &random)).map { _ in UInt8.random(in: 0...2, using: &random) }
            let expected = distance(one, other) <= 1
            near += expected ? 1 : 0
            #expect(OneEdit.isEnough(from: one[...], to: other[...]) == expected, "\(one) \(other)")
        }
        #expect(near > 1_000)
    }

    @Test("is enough for every single edit of longer texts, and not for two far apart")
    func edits() {
        var random = SplitMix64(seed: 4217)
        for _ in 0..<2_000 {
            let length = Int.random(in: 8...40, using: &random)
            let text = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            let place = Int.random(in: 0..<(text.count - 1), using: &random)
            var inserted = text
            inserted.insert(UInt8.random(in: 0...255, using: &random), at: place)
            var removed = text
            removed.remove(at: place)
            var replaced = text
            replaced[place] = UInt8.random(in: 0...255, using: &random)
            var exchanged = text
            exchanged.swapAt(place, place + 1)
            for edited in [inserted, removed, replaced, exchanged, text] {
                #expect(OneEdit.isEnough(from: text[...], to: edited[...]))
                #expect(OneEdit.isEnough(from: edited[...], to: text[...]))
            }
            var twice = text
            twice[0] &+= 1
            twice[text.count - 1] &+= 1
            #expect(!OneEdit.isEnough(from: text[...], to: twice[...]))
        }
    }

    @Test("works within longer texts")
    func slices() {
        let one = Array("xxdollarxx".utf8)
        let other = Array("ydolalry".utf8)
        #expect(OneEdit.isEnough(from: one[2..<8], to: other[1..<7]))
        #expect(!OneEdit.isEnough(from: one[...], to: other[...]))
    }
}
