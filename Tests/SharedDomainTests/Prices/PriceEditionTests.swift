import SharedDomain
import Testing

@Suite("Editions of prices")
struct PriceEditionTests {
    @Test("the euro area's price answers for its members, and for no other country that pays in euros")
    func euroArea() throws {
        let edition = try edition([("EUZ", "EUR", "5.95"), ("KR", "KRW", "5500")])
        #expect(try edition.price(for: country("DE"))?.localPrice == decimal("5.95"))
        #expect(try edition.price(for: country("BG"))?.localPrice == decimal("5.95"))
        #expect(try edition.price(for: country("KR"))?.localPrice == decimal("5500"))
        #expect(try edition.price(for: country("ME")) == nil)
        #expect(try edition.price(for: country("JP")) == nil)
    }

    @Test("a member's own price comes before the area's")
    func ownPrice() throws {
        let edition = try edition([("EUZ", "EUR", "5.95"), ("FR", "EUR", "6.10")])
        #expect(try edition.price(for: country("FR"))?.localPrice == decimal("6.10"))
        #expect(try edition.price(for: country("DE"))?.localPrice == decimal("5.95"))
    }

    @Test("prices are put in the order of their areas")
    func sorted() throws {
        let edition = try edition([("US", "USD", "5.79"), ("EUZ", "EUR", "5.95"), ("AU", "AUD", "7.75")])
        #expect(edition.prices.map(\.area.description) == ["AU", "EUZ", "US"])
    }

    @Test("two prices for an area are refused, naming it and both")
    func duplicate() throws {
        let error = try #require(throws: ServiceError.self) {
            try edition([("US", "USD", "5.79"), ("US", "USD", "5.80")])
        }
        #expect(error.message.contains("US") && error.message.contains("5.79 and 5.80"))
    }

    @Test("no prices and a malformed item are refused")
    func malformed() throws {
        #expect(throws: ServiceError.self) { try edition([]) }
        #expect(throws: ServiceError.self) { try edition([("US", "USD", "5.79")], item: "Big Mac") }
        #expect(throws: ServiceError.self) { try edition([("US", "USD", "0")]) }
    }

    @Test("an area is a country's code or EUZ", arguments: ["", "USA", "EU Z", "euz", "ZZZ", "1"])
    func area(text: String) {
        #expect(PriceArea(text) == nil)
    }

    private func edition(
        _ prices: [(area: String, currency: String, price: String)], item: String = "bigmac"
    ) throws -> PriceEdition {
        try PriceEdition(
            item: item, day: day("2026-01-01"), source: #require(SourceID("economist")),
            prices: prices.map {
                try Price(
                    area: #require(PriceArea($0.area)), currency: currency($0.currency), localPrice: decimal($0.price))
            })
    }
}
