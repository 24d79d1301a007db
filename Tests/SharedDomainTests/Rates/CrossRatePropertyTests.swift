import SharedDomain
import SharedTesting
import Testing

@Suite("What holds for every sheet")
struct CrossRatePropertyTests {
    @Test("the inverse of the inverse is the rate, and the inverse is the rate the other way round")
    func inverse() throws {
        try forRandomTriangles(seed: 10) { triangle in
            let rate = triangle.ab
            #expect(rate.inverse.inverse == rate)
            #expect(rate.inverse == triangle.sheet.cross(of: rate.quote, in: rate.base))
            #expect(rate.ratio * rate.inverse.ratio == .one)
        }
    }

    @Test("A in B times B in C is A in C, exactly")
    func triangle() throws {
        try forRandomTriangles(seed: 11) { triangle in
            #expect(triangle.ab.ratio * triangle.bc.ratio == triangle.ac.ratio)
        }
    }

    @Test("rates are positive")
    func positive() throws {
        try forRandomTriangles(seed: 12) { triangle in
            #expect(triangle.ab.ratio > ExactRatio(0))
        }
    }

    @Test("an amount converted in any order, by way of a third currency or directly, is the same money")
    func orderOfOperations() throws {
        var random = SplitMix64(seed: 13)
        try forRandomTriangles(seed: 14) { triangle in
            let cents = Int128.random(in: 1...99_999_999, using: &random)
            let amount = ExactRatio(try #require(ExactDecimal(coefficient: cents, exponent: -2)))
            let (ab, bc, ac) = (triangle.ab.ratio, triangle.bc.ratio, triangle.ac.ratio)
            let results = try [amount * ac, amount * ab * bc, bc * amount * ab]
                .map { try $0.rounded(significantDigits: 12, mode: .halfEven) }
            #expect(Set(results).count == 1, "\(results)")
        }
    }

    @Test("two rates rounded to 10 digits multiply to the exact one within their stated precision")
    func statedPrecision() throws {
        // Each is off by at most half a unit of its tenth digit, that is 5e-10 of itself; the product by twice that.
        let bound = try ExactRatio(decimal("0.0000000010000000003"))
        try forRandomTriangles(seed: 15) { triangle in
            let product = try [triangle.ab, triangle.bc]
                .map { try ExactRatio($0.ratio.rounded(significantDigits: 10, mode: .halfUp)) }
                .reduce(.one, *)
            let quotient = product / triangle.ac.ratio
            let error = try #require(quotient) - .one
            #expect(error <= bound && error >= ExactRatio(0) - bound, "\(error)")
        }
    }

    /// A sheet, and the rates between three of its currencies.
    private struct Triangle {
        let sheet: Sheet
        let ab: CrossRate
        let bc: CrossRate
        let ac: CrossRate
    }

    /// Sheets of both directions and both units; the pivot is sometimes a corner.
    private func forRandomTriangles(seed: UInt64, check: (Triangle) throws -> Void) throws {
        var random = SplitMix64(seed: seed)
        let codes = try ["AUD", "GBP", "JPY", "KRW", "USD", "VND"].map { try currency($0) }
        for _ in 0..<300 {
            let quotes = try codes.map { try randomQuote(of: $0, using: &random) }
            let sheet = try sheet(pivot: "EUR", quotes)
            let corners = (codes + [.eur]).shuffled(using: &random)
            try check(
                Triangle(
                    sheet: sheet,
                    ab: #require(sheet.cross(of: corners[0], in: corners[1])),
                    bc: #require(sheet.cross(of: corners[1], in: corners[2])),
                    ac: #require(sheet.cross(of: corners[0], in: corners[2]))))
        }
    }

    private func randomQuote(of code: CurrencyCode, using random: inout SplitMix64) throws -> Quote {
        let coefficient = Int128.random(in: 1...9_999_999_999, using: &random)
        let price = ExactDecimal(coefficient: coefficient, exponent: .random(in: -8...0, using: &random))
        return try Quote(
            currency: code, price: #require(price), unit: Bool.random(using: &random) ? 1 : 100,
            direction: Bool.random(using: &random) ? .perPivot : .inPivot)
    }
}
