import SharedDomain

/// What is asked for: what baskets cost in one country beside another.
struct PriceIndexQuestion: Sendable {
    let country: Country
    /// The country that is 100.
    let base: Country
    /// The newest editions on or before this day are to answer; nil asks for the newest there are.
    var edition: Day?
    /// The language of the country's name.
    var language = Language.ko
    /// The digits that indices and dollar prices are rounded to.
    let significantDigits: Int
}

/// What is asked for: the countries from the cheapest on.
struct PriceRankingQuestion: Sendable {
    /// The country that is 100.
    let base: Country
    /// The item that decides; nil for the mean of all.
    var item: String?
    /// How many countries to list.
    let limit: Int
    /// The language of the countries' names.
    var language = Language.ko
    /// The digits that indices are rounded to.
    let significantDigits: Int
}
