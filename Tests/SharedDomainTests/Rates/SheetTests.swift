import SharedDomain
import Testing

@Suite("Sheets")
struct SheetTests {
    @Test("quotes are put in the order of their currencies")
    func sorted() throws {
        let sheet = try ecbSheet([("USD", "1.1172"), ("JPY", "175.68"), ("KRW", "1491.76")])
        #expect(sheet.quotes.map(\.currency.description) == ["JPY", "KRW", "USD"])
        #expect(try sheet.quote(for: currency("KRW"))?.price == decimal("1491.76"))
        #expect(try sheet.quote(for: currency("GBP")) == nil)
        #expect(sheet.quote(for: .eur) == nil)
    }

    @Test("two quotes for a currency are refused, naming it and both values")
    func duplicate() throws {
        let error = try #require(throws: ServiceError.self) {
            try ecbSheet([("USD", "1.1"), ("KRW", "1491.76"), ("USD", "1.2")])
        }
        #expect(error.code == .invalidParameter)
        #expect(error.message.contains("USD") && error.message.contains("1.1 and 1.2"))
    }

    @Test("a quote of the pivot itself is refused, naming it and the value")
    func pivot() throws {
        let error = try #require(throws: ServiceError.self) { try ecbSheet([("USD", "1.1"), ("EUR", "1.5")]) }
        #expect(error.message.contains("EUR") && error.message.contains("1.5"))
    }

    @Test("a sheet without quotes is refused, naming its day")
    func empty() throws {
        let error = try #require(throws: ServiceError.self) { try ecbSheet([]) }
        #expect(error.message.contains("2026-10-30"))
    }

    @Test(
        "a price that is not positive or too long is refused, naming the currency and the value",
        arguments: ["0", "0.00", "-1.1", "1234567890123456789", "0.1234567890123456789"])
    func price(text: String) throws {
        let error = try #require(throws: ServiceError.self) {
            try Quote(currency: .usd, price: decimal(text), direction: .perPivot)
        }
        #expect(error.message.contains("USD") && error.message.contains(text))
    }

    @Test("a price of eighteen digits is accepted")
    func longestPrice() throws {
        let quote = try Quote(currency: .usd, price: decimal("0.99999999999999999"), direction: .perPivot)
        #expect(quote.unit == 1)
    }

    @Test("units other than 1 and 100 are refused, naming the currency", arguments: [0, -1, 10, 1000, Int.max])
    func unit(unit: Int) throws {
        let error = try #require(throws: ServiceError.self) {
            try Quote(currency: .usd, price: .one, unit: unit, direction: .inPivot)
        }
        #expect(error.message.contains("USD") && error.details["provided"] == "\(unit)")
    }
}
