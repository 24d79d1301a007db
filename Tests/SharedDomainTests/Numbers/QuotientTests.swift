import SharedDomain
import SharedTesting
import Testing

@Suite("Quotients in 128 bits")
struct QuotientTests {
    private func quotient(_ numerator: some StringProtocol, over denominator: some StringProtocol) throws -> Quotient {
        let (one, two) = (try decimal(numerator), try decimal(denominator))
        return Quotient(
            numerator: one.coefficient, denominator: two.coefficient, exponent: one.exponent - two.exponent)
    }

    @Test("rounding agrees with Python's decimal, digit for digit, wherever 128 bits are enough")
    func vectors() throws {
        var answered = 0
        for line in fields(of: RoundingVectors.lines) where try decimal(line[1]).signum > 0 {
            let quotient = try quotient(line[0], over: line[1])
            let digits = try #require(Int(line[3]))
            let mode = try #require(RoundingMode(rawValue: String(line[4])))
            let result =
                line[2] == "s"
                ? quotient.rounded(significantDigits: digits, mode: mode)
                : quotient.rounded(fractionDigits: digits, mode: mode)
            guard let result else { continue }
            answered += 1
            #expect(result.description == line[5], "\(line.joined(separator: " "))")
        }
        #expect(answered > 300)
    }

    @Test("rates of figures as sources publish them always fit, up to 17 digits")
    func ratesFit() throws {
        var random = SplitMix64(seed: 18)
        for _ in 0..<2000 {
            let numerator = Int128.random(in: 1...999_999_999_999_999_999, using: &random)
            let denominator = Int128.random(in: 1...999_999_999_999_999_999, using: &random)
            let exponent = Int.random(in: -18...18, using: &random)
            let quotient = Quotient(numerator: numerator, denominator: denominator, exponent: exponent)
            let dividend = try #require(ExactDecimal(coefficient: numerator, exponent: exponent))
            let divisor = try #require(ExactDecimal(coefficient: denominator, exponent: 0))
            let exact = try #require(ExactRatio(dividend, over: divisor))
            let digits = Int.random(in: 1...17, using: &random)
            let mode = RoundingMode.allCases.randomElement(using: &random) ?? .down
            #expect(
                try quotient.rounded(significantDigits: digits, mode: mode)?.description
                    == exact.rounded(significantDigits: digits, mode: mode).description)
        }
    }

    @Test("products, differences and shares are those of fractions")
    func arithmetic() throws {
        var random = SplitMix64(seed: 128)
        for _ in 0..<1000 {
            let texts = (0..<4).map { _ in "\(ExactDecimal(.random(in: 1...9_999_999, using: &random)))" }
            let (one, two) = (try quotient(texts[0], over: texts[1]), try quotient(texts[2], over: texts[3]))
            let exactOne = try #require(ExactRatio(decimal(texts[0]), over: decimal(texts[1])))
            let exactTwo = try #require(ExactRatio(decimal(texts[2]), over: decimal(texts[3])))
            let above: ExactRatio? = (exactOne - exactTwo) / exactTwo
            let part = try #require(above)
            let inverse = try #require(exactOne.inverse)
            let amount = try decimal("12.5")
            for (quick, exact) in [
                (one.minus(two), exactOne - exactTwo), (one.percentAbove(two), part * ExactRatio(100)),
                (one.times(amount), exactOne * ExactRatio(amount)), (one.inverse, inverse),
            ] {
                let rounded = try exact.rounded(significantDigits: 12, mode: .halfUp)
                #expect(quick?.rounded(significantDigits: 12)?.description == rounded.description)
            }
        }
    }

    @Test("what does not fit is nil, never wrong")
    func tooLong() throws {
        let long = try quotient("9999999999999999999999999999999999", over: "99999")
        #expect(try long.times(decimal("99999")) == nil)
        #expect(long.minus(long) == nil)
        #expect(try quotient("1", over: "9999999999999999999999999999999999").rounded(significantDigits: 10) == nil)
        #expect(long.rounded(fractionDigits: 34, mode: .down) == nil)
        #expect(long.rounded(significantDigits: 0) == nil)
        #expect(long.rounded(significantDigits: 35) == nil)
        #expect(Quotient(numerator: 0, denominator: 7, exponent: 0).inverse == nil)
        #expect(Quotient(numerator: 0, denominator: 7, exponent: 0).rounded(significantDigits: 3)?.description == "0")
    }
}
