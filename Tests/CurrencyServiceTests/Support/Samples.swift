import SharedDomain
import SharedTesting

@testable import CurrencyService

/// A source that quotes won for so many units of a currency, as the Bank of Korea does.
let bok = SourceID("bok") ?? .ecb

/// The code, or a failed test.
func code(_ text: String) throws -> CurrencyCode {
    guard let code = CurrencyCode(text) else { throw TestFailure("\(text): not a code") }
    return code
}

/// The day, or a failed test.
func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw TestFailure("\(text): not a day") }
    return day
}

/// The number, or a failed test.
func decimal(_ text: String) throws -> ExactDecimal {
    guard let decimal = ExactDecimal(text) else { throw TestFailure("\(text): not a number") }
    return decimal
}

/// A sheet of the ECB with those quotes.
func ecbSheet(_ date: String, _ prices: [String: String], recordedAt: Instant = ECBFile.recordedAt) throws -> Sheet {
    try Sheet(
        source: .ecb, pivot: .eur, day: day(date), publishedAt: PublicationCalendar.ecb.publishedAt(day(date)),
        recordedAt: recordedAt,
        quotes: prices.map { try Quote(currency: code($0.key), price: decimal($0.value), direction: .perPivot) })
}

/// A sheet of the Bank of Korea: won for so many units of a currency.
func bokSheet(_ date: String, _ prices: [String: (won: String, unit: Int)]) throws -> Sheet {
    try Sheet(
        source: bok, pivot: .krw, day: day(date), publishedAt: PublicationCalendar.ecb.publishedAt(day(date)),
        recordedAt: ECBFile.recordedAt,
        quotes: prices.map {
            try Quote(
                currency: code($0.key), price: decimal($0.value.won), unit: $0.value.unit, direction: .inPivot)
        })
}

/// An edition of Big Mac prices: area, currency, price.
func bigMac(_ date: String, _ prices: [(String, String, String)], source: String = "economist") throws -> PriceEdition {
    guard let source = SourceID(source) else { throw TestFailure("\(source): not a source") }
    return try PriceEdition(
        item: "bigmac", day: day(date), source: source,
        prices: prices.map { area, currency, price in
            guard let priceArea = PriceArea(area) else { throw TestFailure("\(area): not an area") }
            return try Price(area: priceArea, currency: code(currency), localPrice: decimal(price))
        })
}

extension LatestAnswer {
    /// The prices as texts, by code.
    var texts: [String: String] {
        Dictionary(
            entries.map { ("\($0.rate.currency)", "\($0.rate.value)") }, uniquingKeysWith: { first, _ in first })
    }

    /// The entry of a currency.
    func entry(_ code: String) -> Entry? { entries.first { "\($0.rate.currency)" == code } }
}
