import Foundation
import SharedDomain
import SharedHTTP

/// What baskets cost in one country beside another, at the latest rates.
struct PriceIndexes: Sendable {
    /// How many days old a price may be to answer, unless told: three years.
    static let defaultMaximumAgeDays = 1_096

    private let layers: RateLayers
    private let time: TimeSource
    private let maximumAgeDays: Int

    /// Answers from the first layer that has rates and prices.
    /// - Parameters:
    ///   - time: says when it is where no moment is given.
    ///   - maximumAgeDays: how many days old a price may be to answer.
    init(layers: RateLayers, time: TimeSource, maximumAgeDays: Int = PriceIndexes.defaultMaximumAgeDays) {
        self.layers = layers
        self.time = time
        self.maximumAgeDays = maximumAgeDays
    }

    /// The version of the answers at that moment; nil while memory has none.
    func version(at now: Instant) -> AnswerVersion? {
        layers.holdings.inMemory?.priceVersion(at: now, maximumAgeDays: maximumAgeDays)
    }

    /// What every item costs in a country beside another, at that moment, by default now.
    /// - Throws: `DATA_NOT_READY` when no layer has rates and prices; `NOT_FOUND` when no edition is as old as asked.
    func index(
        _ question: PriceIndexQuestion, at moment: Instant? = nil
    ) async throws(ServiceError) -> PriceIndexAnswer {
        let state = try await state(at: moment)
        var rates = UsedRates(state.rates, at: state.version.asOf)
        let search = try state.search(edition: question.edition, maximumAgeDays: maximumAgeDays)
        let comparisons = state.prices.items.map { item in
            PriceComparison(
                of: item.name, search.price(of: item, for: question.country),
                to: search.price(of: item, for: question.base), &rates)
        }
        var items: [PriceIndexAnswer.Item] = []
        for comparison in comparisons {
            items.append(
                PriceIndexAnswer.Item(
                    comparison: comparison, index: try comparison.index?.rounded(question.significantDigits),
                    dollars: try comparison.price.dollars(&rates)?.rounded(question.significantDigits),
                    baseDollars: try comparison.basePrice.dollars(&rates)?.rounded(question.significantDigits)))
        }
        return PriceIndexAnswer(
            version: state.version, isFromMemory: state.isFromMemory, country: question.country,
            countryName: question.country.name(in: question.language), base: question.base, items: items,
            composite: try comparisons.composite?.rounded(question.significantDigits),
            rates: try rates.evidence(significantDigits: question.significantDigits))
    }

    /// The countries that have an index, the cheapest first, at that moment, by default now.
    /// - Throws: `DATA_NOT_READY` when no layer has rates and prices; `NOT_FOUND` when the item is not held.
    func ranking(
        _ question: PriceRankingQuestion, at moment: Instant? = nil
    ) async throws(ServiceError) -> PriceRankingAnswer {
        let state = try await state(at: moment)
        if let item = question.item, !state.prices.items.contains(where: { $0.name == item }) {
            throw .unknownItem(item, held: state.prices.items.map(\.name))
        }
        var rates = UsedRates(state.rates, at: state.version.asOf)
        let search = try state.search(edition: nil, maximumAgeDays: maximumAgeDays)
        let ranked = RankedCountry.all(state.prices.items, search, base: question.base, item: question.item, &rates)
        let listed = ranked.prefix(question.limit)
        var entries: [PriceRankingAnswer.Entry] = []
        for country in listed {
            entries.append(try PriceRankingAnswer.Entry(country, question.language, question.significantDigits))
        }
        let currencies = Set(listed.flatMap { $0.comparisons.compactMap { $0.price.current?.price.currency } })
        return PriceRankingAnswer(
            version: state.version, isFromMemory: state.isFromMemory, base: question.base, item: question.item,
            total: ranked.count, entries: entries,
            rates: try rates.evidence(significantDigits: question.significantDigits)
                .filter { currencies.contains($0.currency) })
    }

    private func state(at moment: Instant?) async throws(ServiceError) -> PriceState {
        let state = try await layers.current()
        let moment = moment ?? time.now()
        guard let version = state.contents.priceVersion(at: moment, maximumAgeDays: maximumAgeDays) else {
            throw .dataNotReady("No prices are held yet.")
        }
        return PriceState(
            rates: state.contents.rates, prices: state.contents.prices, version: version,
            isFromMemory: state.isFromMemory)
    }
}

/// The rates and prices that one answer comes from.
private struct PriceState {
    let rates: RatesSnapshot
    let prices: PriceHoldings
    let version: AnswerVersion
    let isFromMemory: Bool

    /// As of the day asked for, or that of the version.
    func search(edition: Day?, maximumAgeDays: Int) throws(ServiceError) -> PriceSearch {
        let today = Day(of: version.asOf, in: .gmt)
        if let edition, let oldest = prices.oldest, edition < oldest { throw .noEdition(of: edition, oldest: oldest) }
        return PriceSearch(day: min(edition ?? today, today), last: edition, maximumAgeDays: maximumAgeDays)
    }
}

extension FoundPrice {
    /// The price in dollars; nil where none answers or no rate does.
    fileprivate func dollars(_ rates: inout UsedRates) -> ExactRatio? {
        guard let price = current?.price else { return nil }
        return rates.ratio(of: price.currency, in: .usd).map { ExactRatio(price.localPrice) * $0 }
    }
}

extension ServiceError {
    fileprivate static func noEdition(of day: Day, oldest: Day) -> ServiceError {
        .notFound(
            "No edition of prices is as old as \(day): the oldest held is of \(oldest).",
            details: ["parameter": "edition", "provided": "\(day)", "expected": "a day from \(oldest) on"])
    }

    fileprivate static func unknownItem(_ item: String, held: [String]) -> ServiceError {
        .notFound(
            "No prices are held of '\(item)'.",
            details: ["parameter": "item", "provided": item, "expected": "one of \(held.joined(separator: ", "))"])
    }
}
