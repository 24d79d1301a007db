import SharedDomain
import Testing

@testable import RankingService

struct SelectionIDTests {
    private struct Constant: RandomNumberGenerator {
        let value: UInt64
        func next() -> UInt64 { value }
    }

    private func id(at milliseconds: Int64, random: UInt64) -> String {
        var generator = Constant(value: random)
        return SelectionID(at: Instant(milliseconds: milliseconds), using: &generator).description
    }

    @Test("the time comes first, as in the example of the ULID specification")
    func time() {
        // github.com/ulid/spec: 01ARYZ6S41TSV4RRFFQ69G5FAV was made at 1469918176385.
        #expect(id(at: 1_469_918_176_385, random: 0) == "01ARYZ6S410000000000000000")
    }

    @Test("the largest identity is that of the specification")
    func largest() {
        // "the largest valid ULID encoded in Base32 is 7ZZZZZZZZZZZZZZZZZZZZZZZZZ"
        #expect(id(at: 281_474_976_710_655, random: .max) == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
    }

    @Test("identities sort in the order of time, whatever their random part")
    func order() {
        #expect(id(at: 999, random: .max) < id(at: 1000, random: 0))
    }

    @Test("a clock before 1970 or after the year 10889 gives an identity all the same")
    func extremes() {
        #expect(id(at: -1, random: 0) == "00000000000000000000000000")
        #expect(id(at: .max, random: 0) == "7ZZZZZZZZZ0000000000000000")
    }
}
