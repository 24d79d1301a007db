import SharedHTTP

/// What `ChartReply` writes, member by member.
extension ChartReply {
    static let schema = ValueSchema.object(
        named: "Chart",
        [
            "base": .currencyCode("The money that every rate is given in."),
            "target": .currencyCode("The currency that is priced: a rate is what one unit of it costs."),
            "period": .string(
                "The period that was asked for, or the days as `from..to`; an end that was left open is empty."),
            "interval": .oneOf(ChartInterval.self, "What a point stands for."),
            "source": .string("Who published every figure of it."),
            "as_of": .day("The newest day that the source of the series is held of: where a period ends."),
            "data_points": .integer("How many results there are.", atLeast: 0),
            "results": .array(
                of: Point.schema, "One point for each stretch of the window that has observations, oldest first."),
            "breaks": SeriesBreak.listSchema,
        ])
}

extension ChartReply.Point {
    fileprivate static let schema = ValueSchema.object(
        named: "ChartPoint",
        [
            "date": .day("The day, the Monday of the week, or the first of the month."),
            "open": .decimal("The first rate of the stretch, in base money."),
            "high": .decimal("The highest."),
            "low": .decimal("The lowest."),
            "close": .decimal("The last."),
            "sma_20": average("The simple mean of this close and the 19 before it"),
            "sma_50": average("The simple mean of this close and the 49 before it"),
            "ema_12": average("The exponential average over 12 closes"),
            "ema_26": average("The exponential average over 26 closes"),
            "volume": .integer("The observations behind the point.", atLeast: 1),
        ])

    private static func average(_ what: String) -> ValueSchema {
        .decimal("\(what), in base money; null of fewer closes since the last gap.").nullable
    }
}
