import SharedTelemetry
import Testing

@Suite("correlation ids")
struct CorrelationIDTests {
    @Test("an id is 1 to 128 letters, digits, dots, underscores and hyphens")
    func wellFormed() {
        let longest = String(repeating: "a", count: 128)
        for text in ["a", "0", "A.b_c-9", longest] {
            #expect(CorrelationID(text)?.value == text)
            #expect(CorrelationID.isValid(text))
        }
    }

    @Test(
        "any other text is refused",
        arguments: [
            "", " ", "a b", "a\n", "a/b", "a:b", "é", "e\u{301}", "１", "a\u{0}", String(repeating: "a", count: 129),
        ])
    func malformed(_ text: String) {
        #expect(CorrelationID(text) == nil)
        #expect(!CorrelationID.isValid(text))
    }

    @Test("a made id is 32 lower-case hexadecimal digits, and no two are alike")
    func made() {
        let ids = (0..<100).map { _ in CorrelationID.make().value }
        #expect(ids.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{32}/) != nil })
        #expect(Set(ids).count == 100)
    }

    @Test("leading zeros are kept")
    func leadingZeros() {
        var generator = Counting()
        #expect(CorrelationID.make(using: &generator).value == "00000000000000010000000000000002")
    }
}

/// 1, 2, 3, …
private struct Counting: RandomNumberGenerator {
    private var last: UInt64 = 0

    mutating func next() -> UInt64 {
        last += 1
        return last
    }
}
