/// What a reader of the API's description should know of the price index.
enum PriceIndexText {
    /// Of one country.
    static let index = """
        **Index.** 100 × (price there ÷ price in the base country), both in one money at the latest rate: 120 says that \
        the basket costs a fifth more there. It is computed exactly from the published prices and the published figures \
        of the rate, and rounded once, half up, to `precision` significant digits. `composite_index` is the mean of the \
        indices of all items that have one, rounded once from the exact mean. The base country in itself is 100.

        **Items.** Every item held is in `items`, the baskets that an operator has added too; `indices` and `price_data` \
        have members of their own for `bigmac` and `starbucks-latte`. What there is no data of is `null`, never made \
        up, and `missing` says why.

        **Which price answers.** \(precedence)

        **Age.** \(age) With `edition`, ages count to that day; the rate is today's all the same.

        **Rates.** `rates` lists each rate that was used, with its evidence. Between two prices in the same money none is. \
        A price in money that no current rate is held of is given in that money alone: `missing` is then `no_rate`.
        """

    /// Of all countries.
    static let ranking = """
        **Order.** By `composite_index`, the mean of the indices of all items that have one; with `item`, by the index \
        of that item, and countries without it are left out. Countries that cost exactly the same share a rank (1, 1, \
        3) and follow one another by code. The base country is among them with 100. Where nothing is held of it, \
        nothing can be compared, and the list is empty. A country whose composite rests on fewer items than another's \
        is compared all the same: `indices` says which there are.

        **Which price answers.** \(precedence)

        **Age.** \(age)

        **Index.** As for one country: 100 × (price there ÷ price in the base country), both in one money at the latest \
        rate, exact and rounded once.
        """

    private static let precedence = """
        Of each item the newest edition that has a price for the country, whoever collected it: the country's own \
        price, else the euro area's (`area` is then `EUZ`, and `answered_by_euro_area` is true) for a member, from \
        editions since it joined. Of one day a country's own price comes first; then the sources go by name. A price \
        in money that has been withdrawn since answers only where there is no other.
        """

    private static let age = """
        A price that is more than PRICE_MAX_AGE_DAYS days old (\(PriceIndexes.defaultMaximumAgeDays), three years, \
        unless the operator has set another) does not answer any more.
        """
}
