import SharedHTTP

/// What `ComparisonReply` writes, member by member.
extension ComparisonReply {
    static let schema = ValueSchema.object(
        named: "Comparison",
        [
            "base": .currencyCode("The money that every rate is given in."),
            "period": .string(
                "The period that was asked for, or the days as `from..to`; an end that was left open is empty."),
            "as_of": .day("The newest day held: where a period ends.").nullable,
            "currencies": .array(of: Entry.schema, "In the order asked.", count: Comparison.targetCounts),
            "comparison": .array(
                of: Entry.schema, "The same as `currencies`, under its older name.", count: Comparison.targetCounts),
            "correlation_matrix": .map(
                of: .number(
                    "Pearson's correlation of the daily returns, over the days that both have: −1 to 1; null of fewer than "
                        + "three returns, and where one of the two did not move."
                ).nullable,
                "By the two codes in the order asked, as `USD_JPY`: each two once."),
            "portfolio_analysis": portfolio,
        ])

    private static let portfolio = ValueSchema.object(
        named: "PortfolioAnalysis",
        [
            "best_performer": .currencyCode("The one that rose most; null where none has a change.").nullable,
            "worst_performer": .currencyCode("The one that rose least; null where none has a change.").nullable,
            "most_volatile": .currencyCode("The one of the highest volatility; null where none has any.").nullable,
            "least_volatile": .currencyCode("The one of the lowest volatility; null where none has any.").nullable,
        ])
}

extension ComparisonReply.Entry {
    fileprivate static let schema = ValueSchema.object(
        named: "ComparedCurrency",
        [
            "currency": .currencyCode("The currency that is priced."),
            "current_rate": .decimal("The last rate of the window, in base money; null of no points.").nullable,
            "period_change_percent": .decimal(
                "The last rate of the window less the first, in percent of the first; null of fewer than two points, and "
                    + "where more than \(SeriesBreak.longestSilence) days of the window, its first and last ones too, have "
                    + "no rate: see `breaks`."
            ).nullable,
            "volatility": .number(
                "The sample standard deviation (n − 1) of the daily changes, in percent; null of fewer than two changes.",
                atLeast: 0
            ).nullable,
            "performance_rank": .integer(
                "Its place by the change over the window, 1 for the greatest; equal ones share a place (1, 1, 3). Null "
                    + "where that is.", atLeast: 1, atMost: Comparison.targetCounts.upperBound
            ).nullable,
            "sharpe_ratio": .number(
                "The mean of the daily returns ÷ their sample standard deviation × √252, with no risk-free rate taken off; "
                    + "null of fewer than two returns, and where they don't vary."
            ).nullable,
            "source": .string("Who published every rate.", pattern: "^[a-z0-9-]{1,32}$"),
            "data_points": .integer("How many rates the window has: one a day.", atLeast: 0),
            "first_observed_on": .day("The day of the first rate of the window; null of no points.").nullable,
            "observed_on": .day("The day of the current rate; null of no points.").nullable,
            "breaks": SeriesBreak.listSchema,
        ])
}
