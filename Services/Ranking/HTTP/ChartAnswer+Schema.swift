import SharedHTTP

/// What `ChartAnswer` writes, member by member.
extension ChartAnswer {
    static let schema = ValueSchema.object(
        named: "Chart",
        [
            "period": .oneOf(ChartPeriod.self, "The stretch of time that was asked for."),
            "window": .object(
                named: "ChartWindow",
                [
                    "from": .day("The first business day that is counted."),
                    "to": .day("The last business day that is counted."),
                ], "The days that are counted, both included."),
            "total_selections": .integer(
                "All selections of the window that count, those for countries outside the chart included.", atLeast: 0),
            "last_updated": .instant("When the last selection that counts came; without one, when the window began."),
            "ranking": .array(of: entry, "The entries of the page, by rank.", count: 0...ChartPage.limits.upperBound),
            "pagination": .object(
                named: "Pagination",
                [
                    "current_page": .integer("The page that the offset falls on, from 1.", atLeast: 1),
                    "total_pages": .integer(
                        "How many pages of `limit` entries there are; an empty chart has one.", atLeast: 1),
                    "has_next": .boolean("Whether entries follow this page."),
                    "has_previous": .boolean("Whether entries come before this page."),
                ]),
            "rates_stale": .boolean(
                "Whether the currency service does not answer, so that the rates are its last ones."),
            "partial": .array(
                of: .oneOf(["rates"]), "The parts that could not be had. The rest is served without them."),
        ])

    private static let entry = ValueSchema.object(
        named: "ChartEntry",
        [
            "rank": .integer("From 1; equal scores share a rank (1, 1, 3).", atLeast: 1),
            "country_code": .countryCode("ISO 3166-1 alpha-2."),
            "country_name": .string("In the language asked for.").nullable,
            "currency_code": .currencyCode("The money of the country, ISO 4217.").nullable,
            "score": .integer("The selections that count.", atLeast: 1),
            "percentage": .number(
                "The part of `total_selections`, in percent, rounded half up to two digits after the point.",
                atLeast: 0,
                atMost: 100),
            "change": .oneOf(
                ChartEntry.Change.self, "How the rank compares with that in the window before; `NEW` if it had none."),
            "change_value": .integer("How many ranks it moved, whichever way; 0 for a new one.", atLeast: 0),
            "previous_rank": .integer("The rank in the window before; null for a new one.", atLeast: 1).nullable,
            "current_rate": .decimal(
                "What one unit of the country's money costs in won, at ten significant digits; null where no rate is held."
            ).nullable,
            "rate_observed_on": .day("The day of the rate.").nullable,
            "rate_source": .string("Who published the rate.").nullable,
            "rate_stale": .boolean("Whether a newer rate should be known by now.").nullable,
        ])
}
