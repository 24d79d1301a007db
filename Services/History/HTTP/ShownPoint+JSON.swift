import SharedDomain
import SharedHTTP

extension ShownPoint: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { point in
            point.member("date", date)
            writeFigures(into: &point)
        }
    }

    /// Everything but the date.
    func writeFigures(into point: inout JSONObjectWriter) {
        point.member("rate", rate)
        point.member("change", change)
        point.member("change_percent", changePercent)
        point.member("volume", volume)
        if let range {
            point.member("open", range.open)
            point.member("high", range.high)
            point.member("low", range.low)
            point.member("close", range.close)
        }
        if let isPartial { point.member("partial", isPartial) }
        if isFilled { point.member("filled", true) }
    }
}

extension ShownPoint {
    /// A point of a document.
    static let schema = ValueSchema.object(
        named: "HistoryPoint",
        [
            "date": date,
            "rate": .decimal(
                "What one unit of the target costs, in base money: of a longer stretch than a day its last."),
            "change": .decimal(
                "The rate less that of the point before, in base money. The point before the first is the last observation "
                    + "held before the window, of a week or month before its own first day; 0 only if nothing precedes it in "
                    + "the store. Null after a gap: see `breaks`."
            ).nullable,
            "change_percent": .decimal("The same in percent of the point before.").nullable,
            "volume": .integer("The observations behind the point: 0 of one that fills a day.", atLeast: 0),
            "open": .decimal("The first rate of the stretch; only where `interval` is not daily.").optional,
            "high": .decimal("The highest rate of the stretch, likewise.").optional,
            "low": .decimal("The lowest rate of the stretch, likewise.").optional,
            "close": .decimal("The last rate of the stretch, which is `rate`; likewise.").optional,
            "partial": .boolean(
                "Whether the week or month lies only in part within the window, or goes on after the newest day held; only "
                    + "where `interval` is weekly or monthly."
            ).optional,
            "filled": .always(true, "Of a point that `fill` put on a day without an observation.").optional,
        ])

    /// The same on a line of its own, with the pair it is of.
    static let lineSchema = ValueSchema.object(
        named: "HistoryLine",
        [
            "date": date, "base": .currencyCode("The money that the rate is given in."),
            "target": .currencyCode("The currency that is priced."),
        ]
    ).withFigures.adding([
        "break": .oneOf(
            SeriesBreak.Kind.self,
            "The break of the series that the point stands at, named as `breaks` of the answer in JSON names it; absent at "
                + "any other. `gap`, `began` and `redenomination` are at the first point after it; `ended`, the "
                + "`redenomination` of a currency that a newer one took the place of, and the `gap` that the window ends in, "
                + "at the last point of all."
        ).optional
    ])

    private static let date = ValueSchema.string(
        "The day of the observation; of a week its Monday, of a month its first day; of an hour the moment it begins at, "
            + "in UTC.", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:00:00Z)?$")
}

extension ValueSchema {
    /// With the members of a point after the date.
    fileprivate var withFigures: ValueSchema {
        var schema = self
        schema.properties += ShownPoint.schema.properties.dropFirst()
        return schema
    }
}
