import SharedHTTP

/// What `HistoryReply` writes, member by member.
extension HistoryReply {
    static let schema = ValueSchema.object(
        named: "History",
        [
            "base": .currencyCode("The money that every rate is given in."),
            "target": .currencyCode("The currency that is priced: a rate is what one unit of it costs."),
            "period": .string(
                "The period that was asked for, or the days as `from..to`; an end that was left open is empty."),
            "interval": .oneOf(SeriesInterval.self, "What a point stands for."),
            "as_of": .day("The newest day that the source of the series is held of: where a period ends."),
            "hourly_from": .day(
                "The first day of the source that hours are kept of: where the window begins earlier, the results begin "
                    + "here. Only where `interval` is hourly."
            ).optional,
            "data_points": .integer("How many results there are: those of the page.", atLeast: 0),
            "results": .array(
                of: ShownPoint.schema,
                "One point for each day, hour, week or month of the window in which the source quoted both currencies, "
                    + "oldest first. Days without a quote (weekends, holidays) are left out unless `fill` is asked for."
            ),
            "statistics": statistics,
            "breaks": SeriesBreak.listSchema,
            "next_cursor": .string(
                "The `cursor` of the next page; null when this is the last one.", pattern: "^[0-9a-z.-]{1,100}$"
            ).nullable,
            "source": .string("Who published every figure of the series.", pattern: "^[a-z0-9-]{1,32}$"),
        ])

    private static let statistics = ValueSchema.object(
        named: "HistoryStatistics",
        [
            "average": .decimal("The mean of the rates, in base money, at the digits asked for; null of no points.")
                .nullable,
            "min": .decimal("The lowest rate, in base money; null of no points.").nullable,
            "max": .decimal("The highest rate, in base money; null of no points.").nullable,
            "volatility": .number(
                "The sample standard deviation (n − 1) of the changes in percent from point to point of the window, in "
                    + "percent; null of fewer than two changes.", atLeast: 0
            ).nullable,
            "trend": .oneOf(
                Trend.Direction.self,
                "`upward` above and `downward` below a slope of ±0.02 percent a day, `stable` between them, "
                    + "`insufficient_data` of fewer than five points since the last gap."),
            "trend_slope_percent_per_day": .number(
                "The slope of the least-squares line through the rates since the last gap against calendar days, in "
                    + "percent of their mean per day; null of fewer than five."
            ).nullable,
            "correlation": .number(
                "Pearson's correlation of the daily returns with those of the US dollar in the same base money, over the "
                    + "days that have both: −1 to 1. Null where it says nothing: one of the pair is the dollar, the source "
                    + "does not quote the dollar, there are fewer than three returns, or one of the two did not move."
            ).nullable,
            "data_points": .integer(
                "How many points the statistics are of: every day of the window with an observation, whatever the page, the "
                    + "interval and the filled days.", atLeast: 0),
        ])
}
