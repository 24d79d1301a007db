import SharedDomain
import Testing

@Suite("Currency codes")
struct CurrencyCodeTests {
    @Test(
        "what is not three ASCII letters is refused",
        arguments: [
            "", "US", "USDX", "us d", " USD", "USD ", "U1D", "ＵＳＤ", "ÜSD", "US\u{0}", "€€€", "US-", "원화원",
            String(repeating: "A", count: 500),
        ])
    func refused(text: String) {
        #expect(CurrencyCode(text) == nil)
    }

    @Test("lower case is read as capitals")
    func lowerCase() throws {
        #expect(try currency("usd") == .usd)
        #expect(try currency("uSd").description == "USD")
    }

    @Test("the constants are the codes they are named after")
    func constants() throws {
        #expect(try [CurrencyCode.eur, .krw, .usd] == [currency("EUR"), currency("KRW"), currency("USD")])
    }

    @Test("order is alphabetical, and every code survives packing")
    func order() throws {
        let codes = ["AAA", "AAB", "ABA", "AZZ", "BAA", "EUR", "KRW", "USD", "ZAR", "ZZZ"]
        #expect(try codes.map { try currency($0).description } == codes)
        #expect(try codes.shuffled().map { try currency($0) }.sorted().map(\.description) == codes)
    }
}
