import SharedDomain
import SharedHTTP

extension CurrencyDetailDocument {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "CurrencyDetail",
        [
            "currency_code": .currencyCode("The currency."),
            "currency_name": .string("In the language asked for."),
            "country_code": .countryCode(
                "The country that the currency is of (`EU` for the euro); `null` for a currency of several countries."
            ).nullable,
            "country_name": .string("Its name in the language asked for.").nullable,
            "symbol": .string("Short, such as `$`; several currencies share one."),
            "current_rate": .decimal("The price of one unit in the base money."),
            "tts": .decimal("At which a bank sells one unit to its customer by telegraphic transfer."),
            "ttb": .decimal("At which a bank buys one unit from its customer by telegraphic transfer."),
            "spread_estimated": .boolean("Whether `tts` and `ttb` are worked out from the rate, not published."),
            "quotation_unit": .integer(
                "How many units Korean banks quote at once: 100 for JPY, IDR and VND.", atLeast: 1, atMost: 100),
            "last_updated": .instant("When the rate was published."),
            "source": source.described("Who published the rate."),
            "change": RateChange.schema.nullable,
            "base": .currencyCode("The money that the prices are given in."),
            "quotation_rate": .decimal("The price of `quotation_unit` units in the base money."),
            "transfer_source": source.described("Who published `tts` and `ttb`; `null` where nobody did.").nullable,
            "transfer_observed_on": .day("The day that `tts` and `ttb` are for.").nullable,
            "previous": PreviousRate.schema.nullable,
            "evidence": LatestAnswer.Entry.schema,
            "countries": .array(of: Place.schema, "Where the currency is used today, by code."),
            "cache_hit": .boolean("Whether memory answered, rather than a store or another service."),
        ])

    private static let source = ValueSchema.string(pattern: "^[a-z0-9-]{1,32}$")
}

extension CurrencyDetailsDocument {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "CurrencyDetails",
        [
            "base": .currencyCode("The money that the prices are given in."),
            "currencies": .array(
                of: CurrencyDetailDocument.schema, "In the order asked.", count: 0...CurrencyDetails.mostCurrencies),
            "unavailable": .array(
                of: .currencyCode(), "The currencies that were asked for and have no rate, in the order asked.",
                count: 0...CurrencyDetails.mostCurrencies),
            "cache_hit": .boolean("Whether memory answered, rather than a store or another service."),
        ])
}

extension RateChange {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "RateChange",
        [
            "absolute": .decimal("The rate less the one before, in the base money."),
            "percent": .decimal("The same in percent of the one before."),
            "direction": .oneOf(Direction.self, "By the exact difference."),
        ],
        "Against the source's publication before, which is that of its business day before; `null` when there is none.")
}

extension PreviousRate {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "PreviousRate",
        [
            "observed_on": .day("The day that it was for."),
            "rate": .decimal("The price of one unit in the base money."),
        ], "What `change` is against; `null` when there is none.")
}
