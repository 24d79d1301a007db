/// What a reader of the API's description should know of currencies beyond their members.
enum CurrencyTexts {
    /// Of the list.
    static let list = """
        Codes, numbers and minor units are ISO 4217's, names and symbols Unicode CLDR's. Besides the currencies in use \
        the list has those that sources quoted before they gave way to another, with the last day of their existence.

        `is_held` says that a rate of some day is held, between `first_day` and `last_day`; `has_rate` that a price can \
        be given now. Both are `null` while no rates are held yet, or none can be reached: names are known all the same.
        """

    /// Of one currency.
    static let detail = """
        **Units.** `current_rate`, `tts`, `ttb` and everything in `change` and `previous` are for **one** unit of the \
        currency in the base money. `quotation_rate` is for `quotation_unit` units, as Korean banks quote: for 100 of \
        JPY, IDR and VND.

        **Transfer prices.** `tts` and `ttb` are a source's own, one unit's worth of them, where a source that quotes \
        against the base money publishes them and they are not stale: then `transfer_source` and \
        `transfer_observed_on` name it. Otherwise they are **estimated** from the rate, a configured percentage of it \
        above and below, and `spread_estimated` is `true`. The base in itself costs 1, and nothing is estimated.

        **Change.** Against the same source's publication before, which is that of its business day before, so a \
        Monday is held against a Friday. Differences are taken of exact rates and rounded once; `direction` is that of \
        the exact difference.

        **Country.** `country_code` is the country that the currency is of, after the first two letters of its code: \
        the United States for USD, though it is used in many more (`countries`). For the euro it is `EU`, the euro \
        area; for a currency that several countries share, such as XOF, it is `null`.

        A code that is not of ISO 4217 is refused; a currency that no rate is held of is not found. Precision and \
        staleness are as of the latest rates.
        """

    /// Of several currencies.
    static let multiple = """
        Each is given as on its own. A currency that no rate is held of is listed in `unavailable` and does not fail \
        the others; a code that is not of ISO 4217 is refused.
        """
}
