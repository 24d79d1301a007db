import SharedDomain
import Testing

@testable import CurrencyService

/// ISO 4217 makes a code of the ISO 3166-1 code of the country and the initial of the money.
@Suite("The country that a currency is of")
struct IssuingPlaceTests {
    @Test(
        "is named in its code",
        arguments: [
            ("USD", "US"), ("GBP", "GB"), ("JPY", "JP"), ("KRW", "KR"), ("CHF", "CH"), ("AUD", "AU"), ("NOK", "NO"),
            ("DKK", "DK"), ("NZD", "NZ"), ("ILS", "IL"), ("MAD", "MA"),
        ])
    func country(currency: String, country: String) throws {
        let found = try #require(Currency.named(code(currency)))
        #expect(found.issuingPlace?.code.description == country)
    }

    @Test("is the euro area for the euro, in both languages")
    func euro() throws {
        let place = try #require(Currency.named(.eur)?.issuingPlace)
        #expect("\(place.code) \(place.name(in: .ko)) \(place.name(in: .en))" == "EU 유로존 Eurozone")
    }

    @Test(
        "is none for a money that several countries share, and for one that is used nowhere any more",
        arguments: ["XOF", "XAF", "XPF", "XCD", "XCG", "HRK", "BGN", "TRL", "CYP", "SVC"])
    func none(currency: String) throws {
        #expect(try #require(Currency.named(code(currency))).issuingPlace == nil)
    }

    @Test("every other currency in use has one")
    func everyOther() {
        let shared = ["XOF", "XAF", "XPF", "XCD", "XCG", "SVC", "VED"]
        let without = Currency.all.filter { $0.withdrawn == nil && $0.issuingPlace == nil }
        #expect(without.map(\.code.description).sorted() == shared.sorted())
    }

    @Test("the issuers of a shared money are the members of its area")
    func issuers() throws {
        func isIssuer(_ text: String) throws -> Bool {
            try #require(CountryCode(text).flatMap(Country.named)).isIssuerOfItsMoney
        }
        for member in ["DE", "FR", "BG", "US", "KR", "LS"] { #expect(try isIssuer(member)) }
        for other in ["EC", "SM", "ME", "SN", "LI", "PS"] { #expect(try !isIssuer(other)) }
    }
}
