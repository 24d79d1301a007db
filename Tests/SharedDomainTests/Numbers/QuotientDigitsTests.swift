import SharedDomain
import Testing

@Suite("Digits of quotients around powers of ten")
struct QuotientDigitsTests {
    // By definition: 10^p − 1 is p nines, 10^p + 1 is a one, zeros and a one.
    @Test("as many digits are kept as are asked for, whichever side of a power of ten", arguments: 1...33)
    func numerators(power: Int) throws {
        let zeros = String(repeating: "0", count: power - 1)
        let nines = String(repeating: "9", count: power)
        for text in [nines, "1\(zeros)0", "1\(zeros)1"] {
            // Whole where there is room for all of it; else the nearest number of five digits, which is the power.
            #expect(try rounded(text, over: "1", digits: power + 1) == text)
            #expect(try rounded(text, over: "1", digits: 5) == (text.count <= 5 ? text : "1\(zeros)0"))
        }
    }

    @Test("the same with the power below the line", arguments: 1...20)
    func denominators(power: Int) throws {
        let zeros = String(repeating: "0", count: power - 1)
        // 1 ÷ 10^p, and 1 ÷ (10^p − 1), which is the period of p − 1 zeros and a one.
        #expect(try rounded("1", over: "1\(zeros)0", digits: 5) == "0.\(zeros)1")
        let nines = String(repeating: "9", count: power)
        let period = String(String(repeating: "\(zeros)1", count: 5).prefix(power - 1 + 5))
        // The five digits begin with the one; what is cut is less than half but for a power of 1, where it is ones.
        let kept = period.trimmed
        #expect(try rounded("1", over: nines, digits: 5) == "0.\(kept)")
    }

    private func rounded(_ numerator: String, over denominator: String, digits: Int) throws -> String? {
        let (one, two) = (try decimal(numerator), try decimal(denominator))
        let quotient = Quotient(numerator: one.coefficient, denominator: two.coefficient, exponent: 0)
        return try #require(quotient.rounded(significantDigits: digits)).description
    }
}

extension String {
    /// Without the zeros at its end.
    fileprivate var trimmed: String {
        var text = self
        while text.last == "0" { text.removeLast() }
        return text
    }
}
