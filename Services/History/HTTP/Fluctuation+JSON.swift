import SharedDomain
import SharedHTTP

extension Fluctuation: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { data in
            data.member("base", base)
            data.member("from", from)
            data.member("to", to)
            data.object("rates") { rates in
                for entry in entries { rates.member("\(entry.currency)", entry) }
            }
            data.member("unavailable", unavailable)
            data.member("breaks", breaks)
        }
    }
}

extension Fluctuation.Entry: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { entry in
            entry.member("start_rate", startRate)
            entry.member("end_rate", endRate)
            entry.member("change", change)
            entry.member("change_percent", changePercent)
            entry.member("start_date", startDate)
            entry.member("end_date", endDate)
            entry.member("source", source)
        }
    }
}

extension Fluctuation {
    static let schema = ValueSchema.object(
        named: "Fluctuation",
        [
            "base": .currencyCode("The money that the rates are given in."),
            "from": .day("The first day that was asked for."),
            "to": .day("The last day that was asked for."),
            "rates": .map(of: Entry.schema, "What each rate did, by ISO 4217 code."),
            "unavailable": .array(
                of: .currencyCode(), "The currencies that were asked for and lack a rate at either end.",
                count: 0...DayRoute.mostSymbols),
            "breaks": SeriesBreak.listSchema.described(
                "Why the two ends of a rate may not be comparable, by day: empty where they are."),
        ])
}

extension Fluctuation.Entry {
    static let schema = ValueSchema.object(
        named: "RateFluctuation",
        [
            "start_rate": .decimal("The price of one unit in base money on the first day."),
            "end_rate": .decimal("The same on the last day."),
            "change": .decimal(
                "The last rate less the first, in base money; null where a gap lies between the two (see `breaks`), and "
                    + "where they are one observation."
            ).nullable,
            "change_percent": .decimal("The same in percent of the first rate; null likewise.").nullable,
            "start_date": .day("The day that the first rate is of: the first day, or the newest before it."),
            "end_date": .day("The day that the last rate is of, likewise."),
            "source": .string("Who published both.", pattern: "^[a-z0-9-]{1,32}$"),
        ])
}
