import SharedDomain
import SharedTesting
import Testing

@Suite("Exact decimals")
struct ExactDecimalTests {
    @Test("numbers written differently are equal, and hash alike")
    func equality() throws {
        let same = try [decimal("1.1"), decimal("1.10"), decimal("1.1000")]
        #expect(Set(same).count == 1)
        #expect(same[0] == same[2])
        #expect(try #require(ExactDecimal(coefficient: 13, exponent: 2)) == decimal("1300"))
        #expect(try decimal("0.00") == .zero)
        #expect(try decimal("1.1") != decimal("1.01"))
    }

    @Test("a canonical number has no trailing zeros and keeps its value")
    func canonical() throws {
        let value = try decimal("-1200.5000").canonical
        #expect(value.coefficient == -12005 && value.exponent == -1)
        let round = try decimal("1300").canonical
        #expect(round.coefficient == 13 && round.exponent == 2)
        #expect(try decimal("0.000").canonical.exponent == 0)
    }

    @Test("too many digits and too far an exponent make no decimal")
    func bounds() throws {
        let limit = try decimal(String(repeating: "9", count: 34)).coefficient
        #expect(ExactDecimal(coefficient: limit, exponent: 0) != nil)
        #expect(ExactDecimal(coefficient: limit + 1, exponent: 0) == nil)
        #expect(ExactDecimal(coefficient: -limit - 1, exponent: 0) == nil)
        #expect(ExactDecimal(coefficient: .min, exponent: 0) == nil)
        #expect(ExactDecimal(coefficient: 1, exponent: 64) != nil)
        #expect(ExactDecimal(coefficient: 1, exponent: 65) == nil)
        #expect(ExactDecimal(coefficient: 1, exponent: -65) == nil)
        #expect(ExactDecimal(coefficient: 1, exponent: .max) == nil)
        #expect(ExactDecimal(coefficient: 1, exponent: .min) == nil)
    }

    @Test("order is that of the numbers, however far apart the exponents")
    func order() throws {
        let ascending = [
            try #require(ExactDecimal(coefficient: -1, exponent: 64)),
            // Written out, this needs more than 128 bits.
            try #require(ExactDecimal(coefficient: -5, exponent: 38)), try decimal("-2"), try decimal("-1.99"),
            try #require(ExactDecimal(coefficient: -1, exponent: -64)), try decimal("0.0"),
            try #require(ExactDecimal(coefficient: 1, exponent: -64)), try decimal("0.8338"), try decimal("0.834"),
            try decimal("9"), try decimal("10"), try decimal("9999999999999999999999999999999999"),
            try #require(ExactDecimal(coefficient: 1, exponent: 34)),
            try #require(ExactDecimal(coefficient: 5, exponent: 38)),
            try #require(ExactDecimal(coefficient: 1, exponent: 64)),
        ]
        for (index, one) in ascending.enumerated() {
            for (otherIndex, other) in ascending.enumerated() {
                #expect((one < other) == (index < otherIndex), "\(one) < \(other)")
                #expect((one == other) == (index == otherIndex), "\(one) == \(other)")
            }
        }
    }

    @Test("order agrees with that of the fractions")
    func orderAgreesWithFractions() throws {
        var random = SplitMix64(seed: 2)
        for _ in 0..<2000 {
            let pair = try (0..<2).map { _ in
                try #require(
                    ExactDecimal(
                        coefficient: .random(in: -2000...2000, using: &random),
                        exponent: .random(in: -3...1, using: &random)))
            }
            #expect((pair[0] < pair[1]) == (ExactRatio(pair[0]) < ExactRatio(pair[1])))
            #expect((pair[0] == pair[1]) == (ExactRatio(pair[0]) == ExactRatio(pair[1])))
        }
    }

    @Test("the double is the nearest one (CPython's, bit for bit)")
    func doubles() throws {
        for line in fields(of: DecimalDoubleVectors.lines) {
            let (coefficient, exponent) = (try #require(Int128(line[0])), try #require(Int(line[1])))
            let value = try #require(ExactDecimal(coefficient: coefficient, exponent: exponent))
            let expected = Double(bitPattern: try #require(UInt64(line[2], radix: 16)))
            #expect(value.doubleValue.bitPattern == expected.bitPattern, "\(line[0])e\(line[1])")
        }
    }
}
