import SharedDomain
import SharedHTTP

/// The `data` of the answer.
extension PriceRankingAnswer: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { data in
            data.member("base_country", base.alpha2)
            data.member("item", item)
            data.member("total", total)
            data.member("cache_hit", isFromMemory)
            data.member("stale", isStale)
            data.member("countries", entries)
            data.member("rates", rates)
        }
    }

    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "PriceRanking",
        [
            "base_country": .countryCode("The country that is 100."),
            "item": .string("The item that decides; null for the mean of all.", pattern: "^[a-z0-9-]{1,32}$").nullable,
            "total": .integer("How many countries have a rank, whether listed or not.", atLeast: 0),
            "cache_hit": .boolean("Whether memory answered, rather than a store."),
            "stale": .boolean("Whether any rate used is stale."),
            "countries": .array(of: Entry.schema, "The cheapest first.", count: 0...250),
            "rates": .array(of: UsedRate.schema, "The rates used for the listed countries, by their two currencies."),
        ])
}

extension PriceRankingAnswer.Entry: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { entry in
            entry.member("rank", rank)
            entry.member("country_code", country.alpha2)
            entry.member("country_name", name)
            entry.member("currency_code", country.currency)
            entry.member("composite_index", composite)
            entry.object("indices") { indices in
                for (item, index) in self.indices { indices.member(item, index) }
            }
            entry.member("answered_by_euro_area", isAnsweredByEuroArea)
        }
    }

    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "RankedCountry",
        [
            "rank": .integer("1 is the cheapest; countries that cost exactly the same share a rank.", atLeast: 1),
            "country_code": .countryCode("The country."),
            "country_name": .string("Its name in the language asked for."),
            "currency_code": .currencyCode("What is paid with there."),
            "composite_index": .decimal("The mean of the indices of all items that have one; 100 is the base country."),
            "indices": .map(of: .decimal("100 is the base country."), "The indices that there are, by item."),
            "answered_by_euro_area": .boolean(
                "Whether the euro area's price answers for the country, in any item, for lack of one of its own."),
        ])
}
