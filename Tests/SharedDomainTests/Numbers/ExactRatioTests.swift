import BigInt
import SharedTesting
import Testing

@testable import SharedDomain

@Suite("Exact fractions")
struct ExactRatioTests {
    @Test("fractions are kept in lowest terms with the sign above")
    func lowestTerms() throws {
        #expect(try #require(ExactRatio(decimal("0.50"), over: decimal("-2"))).description == "-1/4")
        #expect(try #require(ExactRatio(decimal("3"), over: decimal("0.03"))).description == "100")
        #expect(try ExactRatio(decimal("0.00")).description == "0")
        #expect(try ExactRatio(decimal("1.10")) == ExactRatio(decimal("1.1")))
    }

    @Test("nothing divides by zero")
    func zero() throws {
        #expect(ExactRatio(0).inverse == nil)
        #expect(ExactRatio.one / ExactRatio(0) == nil)
        #expect(try ExactRatio(decimal("1"), over: decimal("0.00")) == nil)
    }

    @Test("the inverse of the inverse is the fraction itself")
    func inverseOfInverse() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<1000 {
            let ratio = try randomRatio(using: &random)
            let inverse = try #require(ratio.inverse)
            #expect(inverse.inverse == ratio)
            #expect(ratio * inverse == .one)
        }
    }

    @Test("sums and products do not depend on their order")
    func fieldLaws() throws {
        var random = SplitMix64(seed: 4)
        for _ in 0..<500 {
            let (a, b, c) = (
                try randomRatio(using: &random), try randomRatio(using: &random), try randomRatio(using: &random)
            )
            #expect(a * b == b * a && a + b == b + a)
            #expect((a * b) * c == a * (b * c) && (a + b) + c == a + (b + c))
            #expect(a * (b + c) == a * b + a * c)
            #expect((a + b) - b == a)
            #expect((a * b) / b == a)
            #expect((a < b) == (b - a > ExactRatio(0)))
        }
    }

    @Test("the double is the nearest one, subnormal ones too (CPython's, bit for bit)")
    func doubles() throws {
        for line in fields(of: RatioDoubleVectors.lines) {
            let (numerator, denominator) = (try #require(BigInt(line[0])), try #require(BigInt(line[1])))
            let expected = Double(bitPattern: try #require(UInt64(line[2], radix: 16)))
            let ratio = ExactRatio(numerator, dividedBy: denominator)
            #expect(ratio.doubleValue.bitPattern == expected.bitPattern, "\(ratio)")
            #expect(ExactRatio(-numerator, dividedBy: denominator).doubleValue == -expected)
        }
    }

    @Test("a fraction beyond the range of doubles is infinite")
    func infinite() {
        #expect(ExactRatio(BigInt(10).power(309), dividedBy: 1).doubleValue == .infinity)
        #expect(ExactRatio(0).doubleValue == 0)
    }

    private func randomRatio(using random: inout SplitMix64) throws -> ExactRatio {
        let numerator = try randomDecimal(upTo: 999_999_999_999, using: &random)
        let denominator = try randomDecimal(upTo: 999_999_999, using: &random)
        return try #require(ExactRatio(numerator, over: denominator))
    }

    private func randomDecimal(upTo limit: Int128, using random: inout SplitMix64) throws -> ExactDecimal {
        let magnitude = Int128.random(in: 1...limit, using: &random)
        let coefficient = Bool.random(using: &random) ? magnitude : -magnitude
        return try #require(ExactDecimal(coefficient: coefficient, exponent: .random(in: -6...2, using: &random)))
    }
}
