import SharedDomain
import SharedTesting
import Testing

@Suite("Cross rates")
struct CrossRateTests {
    // The ECB's rates of 2026-10-30.
    private static let quotes = [("USD", "1.1172"), ("JPY", "175.68"), ("KRW", "1491.76")]

    // The quotients by Python's decimal at 10 significant digits, ROUND_HALF_UP.
    @Test(
        "won per unit from the ECB's sheet",
        arguments: [("USD", "1335.266738"), ("JPY", "8.491347905"), ("EUR", "1491.76"), ("KRW", "1")])
    func golden(code: String, expected: String) throws {
        let rate = try #require(ecbSheet(Self.quotes).cross(of: currency(code), in: .krw))
        #expect(try rate.ratio.rounded(significantDigits: 10, mode: .halfUp).description == expected)
    }

    @Test("as a double it is the nearest to the exact quotient")
    func goldenDouble() throws {
        // Python: float(Fraction("1491.76") / Fraction("1.1172")).
        let rate = try #require(ecbSheet(Self.quotes).cross(of: .usd, in: .krw))
        #expect(rate.ratio.doubleValue == 1335.266738274257)
    }

    @Test("the legs are the quotes used: two, one where either is the pivot, none for a currency in itself")
    func legs() throws {
        let sheet = try ecbSheet(Self.quotes)
        func legs(_ base: CurrencyCode, _ quote: CurrencyCode) throws -> [String] {
            try #require(sheet.cross(of: base, in: quote)).legs.map(\.currency.description)
        }
        #expect(try legs(.usd, .krw) == ["USD", "KRW"])
        #expect(try legs(.krw, .usd) == ["KRW", "USD"])
        #expect(try legs(.eur, .krw) == ["KRW"])
        #expect(try legs(.usd, .eur) == ["USD"])
        #expect(try legs(.eur, .eur) == [])
        #expect(try legs(.usd, .usd) == [])
    }

    @Test("a rate names its sheet")
    func evidence() throws {
        let rate = try #require(ecbSheet(Self.quotes).cross(of: .usd, in: .krw))
        #expect(rate.base == .usd && rate.quote == .krw && rate.source == .ecb)
        #expect(try rate.day == day("2026-10-30") && rate.publishedAt == instant("2026-10-30T15:00:00Z"))
        #expect(rate.pivot == .eur)
    }

    @Test("a currency that the sheet lacks has no rate, in either place")
    func missing() throws {
        let sheet = try ecbSheet(Self.quotes)
        #expect(try sheet.cross(of: currency("GBP"), in: .krw) == nil)
        #expect(try sheet.cross(of: .krw, in: currency("GBP")) == nil)
    }

    @Test("won for 100 yen and won for a dollar, as the Bank of Korea quotes them")
    func inPivot() throws {
        let sheet = try sheet(
            pivot: "KRW",
            [
                Quote(currency: currency("JPY"), price: decimal("890.12"), unit: 100, direction: .inPivot),
                Quote(currency: .usd, price: decimal("1289.4"), direction: .inPivot),
            ])
        #expect(try sheet.cross(of: currency("JPY"), in: .krw)?.ratio == ExactRatio(decimal("8.9012")))
        #expect(try sheet.cross(of: .usd, in: .krw)?.ratio == ExactRatio(decimal("1289.4")))
        let yenPerDollar = try ExactRatio(decimal("1289.4"), over: decimal("8.9012"))
        #expect(try sheet.cross(of: .usd, in: currency("JPY"))?.ratio == yenPerDollar)
    }

    @Test("units of a currency for 100 of the pivot count for one hundredth each")
    func perPivotUnit() throws {
        let sheet = try sheet(
            pivot: "KRW", [Quote(currency: .usd, price: decimal("0.08"), unit: 100, direction: .perPivot)])
        #expect(try sheet.cross(of: .usd, in: .krw)?.ratio == ExactRatio(decimal("1250")))
        #expect(try sheet.cross(of: .krw, in: .usd)?.ratio == ExactRatio(decimal("0.0008")))
    }

    @Test("the value has the digits of the exact ratio, whatever the figures, their units and their directions")
    func value() throws {
        var random = SplitMix64(seed: 34)
        func quote(_ code: CurrencyCode) throws -> Quote {
            let digits = Int128.random(in: 1...999_999_999_999_999_999, using: &random)
            let price = try #require(
                ExactDecimal(
                    coefficient: Bool.random(using: &random) ? digits : digits % 100_000 + 1,
                    exponent: .random(in: -12...3, using: &random)))
            return try Quote(
                currency: code, price: price, unit: Bool.random(using: &random) ? 1 : 100,
                direction: Bool.random(using: &random) ? .inPivot : .perPivot)
        }
        let codes = [CurrencyCode.usd, .krw, .eur]
        for _ in 0..<1000 {
            let sheet = try sheet(pivot: "EUR", [quote(.usd), quote(.krw)])
            let base = codes.randomElement(using: &random) ?? .usd
            let rate = try #require(sheet.cross(of: base, in: codes.randomElement(using: &random) ?? .krw))
            let digits = Int.random(in: 1...34, using: &random)
            let (ratio, mode) = (rate.ratio, RoundingMode.halfUp)
            #expect(
                try rate.value(significantDigits: digits).description
                    == ratio.rounded(significantDigits: digits, mode: mode).description)
            let inverse = try #require(ratio.inverse)
            #expect(
                try rate.inverse.value(significantDigits: digits).description
                    == inverse.rounded(significantDigits: digits, mode: mode).description)
        }
    }
}
