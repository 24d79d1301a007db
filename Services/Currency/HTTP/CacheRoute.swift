import SharedDomain
import SharedHTTP

/// `DELETE /api/v1/currencies/cache`: drops what is kept in memory.
struct CacheRoute: Sendable {
    let layers: RateLayers
    /// Drops the answers that the edge keeps; how many there were.
    let dropAnswers: @Sendable () -> Int

    /// The routes.
    var routes: [Route] {
        [
            Route(
                .delete, "/api/v1/currencies/cache",
                summary: "Drops what is kept in memory: the rates, the prices, and the answers that were made of them.",
                details: Self.details, access: .requires(.admin),
                answers: .data(
                    DroppedCaches.schema, "What was dropped.", examples: [CacheExamples.full, CacheExamples.empty]),
                immediate: { _ in .success(drop()) })
        ]
    }

    /// Memory first: answers that are made meanwhile come from the next layer, and those are not kept.
    private func drop() -> DroppedCaches {
        let contents = layers.holdings.drop()
        return DroppedCaches(
            currencies: contents?.rates.currencies.count ?? 0, tables: contents?.rates.tableCount ?? 0,
            editions: contents?.prices.editions ?? 0, answers: dropAnswers())
    }

    /// What a reader of the API's description should know.
    private static let details = """
        Nothing is lost: the next question is answered from the service's own store, and where that does not answer from \
        the history service, with `cache_hit` false; memory is filled again with it.
        """
}

/// What was dropped.
struct DroppedCaches: JSONRepresentable, Sendable {
    /// The names of what memory keeps.
    enum Name: String, Sendable, CaseIterable {
        case rates
        case prices
        case answers
    }

    let currencies: Int
    let tables: Int
    let editions: Int
    let answers: Int

    private var names: [Name] {
        let counts: [(Name, Int)] = [(.rates, currencies), (.prices, editions), (.answers, answers)]
        return counts.filter { $0.1 > 0 }.map(\.0)
    }

    func write(into writer: inout JSONWriter) {
        writer.object { data in
            data.member("dropped", names.map(\.rawValue))
            data.member("currencies", currencies)
            data.member("rate_tables", tables)
            data.member("price_editions", editions)
            data.member("answers", answers)
        }
    }

    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "DroppedCaches",
        [
            "dropped": .array(
                of: .oneOf(Name.self, "What there was something of."),
                "What was dropped; nothing that was empty already.", count: 0...Name.allCases.count),
            "currencies": .integer("The currencies that a rate was held of.", atLeast: 0),
            "rate_tables": .integer("The tables of rates that were worked out, by base and precision.", atLeast: 0),
            "price_editions": .integer("The editions of prices that were held.", atLeast: 0),
            "answers": .integer("The answers that were kept.", atLeast: 0),
        ])
}
