import SharedHTTP

/// What the answers under `/v1` hold, member by member.
enum FrankfurterSchema {
    /// What `FrankfurterDocument.day` writes.
    static let day = ValueSchema.object(
        named: "FrankfurterDay",
        [
            "amount": amount, "base": base,
            "date": .day("The day of the sheet that answers: the one that was asked for, or the last one before it."),
            "rates": rates,
        ])

    /// What `FrankfurterDocument` writes of a range.
    static let range = ValueSchema.object(
        named: "FrankfurterRange",
        [
            "amount": amount, "base": base,
            "start_date": .day("The first day with rates; it may lie before the one asked for."),
            "end_date": .day("The last day with rates."),
            "rates": .map(of: rates, "By day, ascending: every day that has a sheet."),
        ])

    /// What `FrankfurterCurrencies` writes.
    static let currencies = ValueSchema.map(of: .string("The name in English."), "By ISO 4217 code.")

    /// What `FrankfurterRoot` writes.
    static let root = ValueSchema.object(
        named: "FrankfurterRoot",
        [
            "version": .oneOf(["v1"], "The version of that API."),
            "status": .oneOf(["frozen"], "It does not change any more."),
            "openapi": .string("Where the description of every route is."),
            "docs": .string("Where a person can read it."),
        ])

    private static let amount = ValueSchema.number("How much of the base is priced.")
    private static let base = ValueSchema.currencyCode("The money that is priced.")
    private static let rates = ValueSchema.map(
        of: .number("What the amount costs in that currency.", atLeast: 0), "By ISO 4217 code; never the base itself."
    ).named("FrankfurterRates")
}
