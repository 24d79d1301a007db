import SharedHTTP

/// What `AnalysisReply` writes, member by member.
extension AnalysisReply {
    static let schema = ValueSchema.object(
        named: "Analysis",
        [
            "currency_pair": .string(
                "The currency that is priced and the money it is priced in.", pattern: "^[A-Z]{3}/[A-Z]{3}$"),
            "period": .string(
                "The period that was asked for, or the days as `from..to`; an end that was left open is empty."),
            "analysis_date": .day("The newest day that the source of the series is held of: where a period ends."),
            "source": .string("Who published every rate.", pattern: "^[a-z0-9-]{1,32}$"),
            "data_points": .integer("How many rates the window has: one a day.", atLeast: 0),
            "current_rate": .decimal("The last rate of the window, in base money; null of no points.").nullable,
            "observed_on": .day("The day of the current rate; null of no points.").nullable,
            "statistics": statistics,
            "technical_indicators": indicators,
            "monthly_breakdown": .array(
                of: Month.schema, "The months of the window that have rates, oldest first."),
            "breaks": SeriesBreak.listSchema,
        ])

    private static let statistics = ValueSchema.object(
        named: "AnalysisStatistics",
        [
            "period_average": .decimal("The mean of the rates, in base money; null of no points.").nullable,
            "period_min": .decimal("The lowest rate, in base money; null of no points.").nullable,
            "period_max": .decimal("The highest rate, in base money; null of no points.").nullable,
            "total_change": .decimal(
                "The last rate less the first, in base money; null of fewer than two points, and where more than "
                    + "\(SeriesBreak.longestSilence) days of the window, its first and last ones too, have no rate: see "
                    + "`breaks`."
            ).nullable,
            "total_change_percent": .decimal("The same in percent of the first rate; null likewise.").nullable,
            "volatility": .number(
                "The sample standard deviation (n − 1) of the daily changes, in percent; null of fewer than two changes.",
                atLeast: 0
            ).nullable,
            "volatility_index": .number(
                "The same for a year: the sample standard deviation of the simple daily returns × √252 × 100, in percent; "
                    + "null of fewer than two returns.", atLeast: 0
            ).nullable,
            "trend_direction": .oneOf(
                Trend.Direction.self,
                "`upward` above and `downward` below a slope of ±0.02 percent a day, `stable` between them, "
                    + "`insufficient_data` of fewer than five points since the last gap."),
            "trend_slope_percent_per_day": .number(
                "The slope of the least-squares line through the rates since the last gap against calendar days, in "
                    + "percent of their mean per day; null of fewer than five."
            ).nullable,
            "support_level": .decimal(
                "The 25th percentile (linear interpolation) of the last \(SeriesAnalysis.supportCount) rates up to the end "
                    + "of the window, those before the window included; of as many as there are since the last gap; "
                    + "null of no points."
            ).nullable,
            "resistance_level": .decimal("The 75th percentile of the same rates; null of no points.").nullable,
            "percentile": .number(
                "Where the current rate stands among the rates of the window: the percentage of them that are lower, those "
                    + "equal to it (itself too) counted by half; null of no points.", atLeast: 0, atMost: 100
            ).nullable,
        ])

    private static let indicators = ValueSchema.object(
        named: "TechnicalIndicators",
        [
            "sma_20": .decimal("The mean of the last 20 rates; null of fewer.").nullable,
            "sma_50": .decimal("The mean of the last 50 rates; null of fewer.").nullable,
            "ema_12": exponential(12),
            "ema_26": exponential(26),
            "macd": .decimal("`ema_12` less `ema_26`; null of fewer than 26 rates.").nullable,
            "macd_signal": .decimal(
                "The exponential average of `macd` over 9, begun with the mean of its first 9; null of fewer than 34 rates."
            ).nullable,
            "macd_histogram": .decimal("`macd` less `macd_signal`; null where that is.").nullable,
            "rsi": .number(
                "The relative strength index over 14 with Wilder's smoothing, 0 to 100; null of fewer than 15 rates, and "
                    + "where none of them has moved.", atLeast: 0, atMost: 100
            ).nullable,
            "bollinger_upper": .decimal(
                "The middle plus two standard deviations (n) of the last 20 rates; null of fewer."
            ).nullable,
            "bollinger_middle": .decimal("The mean of the last 20 rates; null of fewer.").nullable,
            "bollinger_lower": .decimal("The middle less two standard deviations; null of fewer than 20 rates.")
                .nullable,
            "warm_up_observations": .integer(
                "How many rates before the window went into the averages and indices: all there are since the last gap.",
                atLeast: 0),
        ])

    private static func exponential(_ count: Int) -> ValueSchema {
        .decimal(
            "The exponential average with a weight of 2 ÷ \(count + 1), begun with the mean of the first \(count) rates; "
                + "null of fewer."
        ).nullable
    }
}

extension AnalysisReply.Month {
    fileprivate static let schema = ValueSchema.object(
        named: "AnalysisMonth",
        [
            "month": .string("The calendar month.", pattern: "^[0-9]{4}-[0-9]{2}$"),
            "average": .decimal("The mean of its rates, in base money.").nullable,
            "min": .decimal("The lowest of them, in base money."),
            "max": .decimal("The highest of them, in base money."),
            "change_percent": .decimal(
                "Its last rate against the last one before the month, in percent; against its own first one in the first "
                    + "month of the window, and after a gap. The months of a window without a gap compound to its total."
            ),
            "volatility": .number(
                "The sample standard deviation (n − 1) of the daily changes that end in the month, in percent; null of "
                    + "fewer than two.", atLeast: 0
            ).nullable,
        ])
}
