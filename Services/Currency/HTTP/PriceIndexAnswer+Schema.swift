import SharedDomain
import SharedHTTP

extension PriceIndexAnswer {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "PriceIndex",
        [
            "country_code": .countryCode("The country."),
            "country_name": .string("Its name in the language asked for."),
            "base_country": .countryCode("The country that is 100."),
            "indices": .object([
                "bigmac_index": index("Of a Big Mac."),
                "starbucks_index": index("Of a tall latte at Starbucks."),
                "composite_index": index("The mean of the indices of all items that have one."),
            ]),
            "price_data": .object([
                "bigmac_price_local": .decimal("A Big Mac in the money of the price.").nullable,
                "bigmac_price_usd": .decimal("The same in US dollars at the latest rate.").nullable,
                "starbucks_latte_local": .decimal("A tall latte at Starbucks in the money of the price.").nullable,
                "starbucks_latte_usd": .decimal("The same in US dollars at the latest rate.").nullable,
            ]),
            "editions": .map(
                of: .day(), "The day of the edition that each item's price in the country is from, by item."),
            "last_updated": .instant(
                "When the newest of what was used became known: a rate was published, or an edition taken in. Null "
                    + "where nothing was used."
            ).nullable,
            "currency_code": .currencyCode("What is paid with in the country."),
            "answered_by_euro_area": .boolean(
                "Whether the euro area's price answers for the country, in any item, for lack of one of its own."),
            "cache_hit": .boolean("Whether memory answered, rather than a store."),
            "stale": .boolean("Whether any rate used is stale."),
            "items": .array(of: Item.schema, "Every item held, by name."),
            "rates": .array(of: UsedRate.schema, "The rates used, by their two currencies."),
        ])

    /// An index, or null.
    static func index(_ description: String) -> ValueSchema {
        .decimal("\(description) 100 is the base country; null without data.").nullable
    }
}

extension PriceIndexAnswer.Item {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object([
        "item": .string("The item.", pattern: "^[a-z0-9-]{1,32}$"),
        "index": PriceIndexAnswer.index(
            "100 × (price in the country ÷ price in the base country), both in one money at the latest rate."),
        "missing": .oneOf(
            MissingIndex.self,
            "Why there is no index; null where there is one. `no_price`: no edition has a price for the country. "
                + "`outdated`: the newest is too old. `no_base_price`, `base_outdated`: the same of the base country. "
                + "`no_rate`: no current rate is held between the two currencies."
        ).nullable,
    ]).adding(FoundPrice.members).adding([
        "base": .object(FoundPrice.members).named("BasketPrice").described("The price in the base country.")
    ]).named("PriceIndexItem")
}

extension FoundPrice {
    /// What is told of a price.
    fileprivate static var members: KeyValuePairs<String, ValueSchema> {
        [
            "price_local": .decimal("The price as it was published; null where none answers.").nullable,
            "currency": .currencyCode("The money that it is in.").nullable,
            "price_usd": .decimal("The price in US dollars at the latest rate; null without a rate.").nullable,
            "edition": .day("The day of the edition that it stands in.").nullable,
            "source": .string("Who collected it.", pattern: "^[a-z0-9-]{1,32}$").nullable,
            "area": .string("Where it holds: the country, or `EUZ` for the euro area.", pattern: "^([A-Z]{2}|EUZ)$")
                .nullable,
            "outdated": .boolean(
                "Whether the newest price there is is too old to answer: then `price_local` is null, and the other "
                    + "members say of which price that is."),
        ]
    }
}

extension UsedRate {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "UsedRate",
        [
            "currency": .currencyCode("The currency that is priced."),
            "base": .currencyCode("The money that it is priced in."),
            "rate": .decimal("The price of one unit of the currency in the base money."),
            "evidence": LatestAnswer.Entry.schema,
        ])
}
