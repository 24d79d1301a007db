import SharedContracts
import SharedDomain
import SharedTesting

@testable import CurrencyService

/// An edition of prices that somebody has collected: area, currency, price.
func basket(
    _ item: String, _ date: String, _ prices: [(String, String, String)], source: String = "operator"
) throws -> EventBody {
    let figures = try bigMac(date, prices, source: source)
    return .priceEdition(
        try PriceEdition(item: item, day: figures.day, source: figures.source, prices: figures.prices))
}

/// The country, or a failed test.
func country(_ text: String) throws -> Country {
    guard let code = CountryCode(text), let country = Country.named(code) else {
        throw TestFailure("\(text): not a country")
    }
    return country
}

/// Runs `body` with a bench that holds those prices, and rates in which a euro is 1,500 won, 1.2 dollars and 150 yen.
func withPrices(
    _ facts: [EventBody], isolation: isolated (any Actor)? = #isolation, _ body: (Bench) async throws -> Void
) async throws {
    try await withBench { bench in
        try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2", "JPY": "150"])])
        try await bench.receive(facts)
        try await body(bench)
    }
}

extension Bench {
    /// What baskets cost in a country beside another.
    func index(
        _ place: String, base: String = "KR", edition: String? = nil, digits: Int = 10
    ) async throws -> PriceIndexAnswer {
        try await useCases.indexes.index(
            PriceIndexQuestion(
                country: country(place), base: country(base), edition: edition.map(day), significantDigits: digits))
    }

    /// The countries from the cheapest on.
    func ranking(base: String = "KR", item: String? = nil, limit: Int = 250) async throws -> PriceRankingAnswer {
        try await useCases.indexes.ranking(
            PriceRankingQuestion(base: country(base), item: item, limit: limit, significantDigits: 10))
    }
}

extension PriceIndexAnswer {
    /// The index of an item as text, `-` for none.
    func text(_ item: String) -> String { self.item(item)?.index.map(\.description) ?? "-" }
}

extension PriceRankingAnswer {
    /// `1:ID 2:IN` and so on.
    var text: String { entries.map { "\($0.rank):\($0.country.alpha2)" }.joined(separator: " ") }
}
