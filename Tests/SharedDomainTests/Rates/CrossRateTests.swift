import SharedDomain
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
}
