import SharedHTTP

/// What `ForecastReply` writes, member by member.
extension ForecastReply {
    static let schema = ValueSchema.object(
        named: "Forecast",
        [
            "base": .currencyCode("The money that every rate is given in."),
            "target": .currencyCode("The currency that is priced: a rate is what one unit of it costs."),
            "source": .string("Who published the rates, and whose publication days are forecast."),
            "as_of": .day("The newest day that the source is held of: the forecast begins after it."),
            "last_rate": .decimal("The rate of that day, in base money: the forecast of \"no change\"."),
            "days": .integer("How many days are forecast.", atLeast: 1, atMost: WalkForward.longestHorizon),
            "method": .object(
                [
                    "name": .oneOf(["theta"], "The method's name."),
                    "description": .string("What it does, in English."),
                ], "How the forecast is made."),
            "forecast": .array(
                of: Point.schema,
                "One element for each of the next publication days of the source, without its weekends and holidays.",
                count: 1...WalkForward.longestHorizon),
            "backtest": backtest,
        ])

    private static let backtest = ValueSchema.object(
        named: "ForecastBacktest",
        [
            "from": .day("The day of the first origin: the last day that the first of the forecasts knew."),
            "to": .day("The day of the last origin."),
            "origins": .integer(
                "How many origins there are: at each the same method forecast from the \(WalkForward.fittedPoints) "
                    + "points up to it, and from nothing later.", atLeast: WalkForward.fewestOrigins),
            "origin_spacing": .integer("Publication days from one origin to the next.", atLeast: 1),
        ]
    ).adding(trial).adding([
        "coverage_origins": .integer(
            "How many of the origins the coverage is measured at: those that at least "
                + "\(WalkForward.fewestKnownErrors) errors at every distance were known at.", atLeast: 1),
        "beats_no_change": .boolean(
            "Whether the mean error is smaller than that of saying that the rate stays as it is."),
        "verdict": .string("The same in a sentence, in English."),
        "by_days_ahead": .array(
            of: ValueSchema.object([
                "days_ahead": .integer("Publication days.", atLeast: 1, atMost: WalkForward.longestHorizon)
            ]).adding(trial).named("ForecastTrial"),
            "The same figures for each distance by itself.", count: 1...WalkForward.longestHorizon),
    ]).named("ForecastBacktest").described("What such forecasts were worth in this pair's own past.")

    private static let trial: KeyValuePairs<String, ValueSchema> = [
        "mean_absolute_error_percent": .number(
            "The mean of |ln(forecast ÷ rate that came)| × 100 over all origins: for small errors, percent of the rate.",
            atLeast: 0),
        "no_change_mean_absolute_error_percent": .number(
            "The same of the forecast that the rate stays as it was at the origin, in percent.", atLeast: 0),
        "error_ratio": .number(
            "The first as a part of the second, a mean absolute scaled error: below 1 is better than no change. Null "
                + "where the rate never moved.", atLeast: 0
        ).nullable,
        "coverage_80": .number(
            "The part of the rates that came within their 80 % interval, each interval made of the errors that were "
                + "known at its own origin: 0.8 would be right.", atLeast: 0, atMost: 1),
        "coverage_95": .number("The same of the 95 % interval: 0.95 would be right.", atLeast: 0, atMost: 1),
    ]
}

extension ForecastReply.Point {
    fileprivate static let schema = ValueSchema.object(
        named: "ForecastPoint",
        [
            "date": .day("The publication day, by the source's calendar as it is known now."),
            "days_ahead": .integer(
                "Publication days after `as_of`.", atLeast: 1, atMost: WalkForward.longestHorizon),
            "rate": .decimal("The rate that is as likely to be exceeded as not, in base money."),
            "low_80": .decimal("The lower end of the interval that 80 % of the rates are to come within."),
            "high_80": .decimal("Its upper end."),
            "low_95": .decimal("The lower end of the interval that 95 % of the rates are to come within."),
            "high_95": .decimal("Its upper end."),
        ])
}
