import SharedDomain
import SharedHTTP

extension DayReason: JSONRepresentable {}

extension DayAnswer: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { data in
            data.member("base", base)
            data.member("requested_date", requested)
            data.member("effective_date", effective)
            data.member("age_days", ageInDays)
            data.member("reason", reason)
            data.object("rates") { rates in
                for entry in entries { rates.member("\(entry.rate.currency)", entry.value) }
            }
            data.member("unavailable", unavailable)
            data.object("evidence") { evidence in
                for entry in entries { evidence.member("\(entry.rate.currency)", entry) }
            }
        }
    }
}

extension DayAnswer.Entry: JSONRepresentable {
    /// How the rate came about.
    func write(into writer: inout JSONWriter) {
        writer.object { evidence in
            evidence.member("source", rate.source)
            evidence.member("observed_on", rate.observedOn)
            evidence.member("published_at", publishedAt)
        }
    }
}

extension DayAnswer {
    static let schema = ValueSchema.object(
        named: "DayRates",
        [
            "base": .currencyCode("The money that the rates are given in."),
            "requested_date": .day("The day that was asked for."),
            "effective_date": .day("The newest day that any of the rates is of."),
            "age_days": .integer(
                "The days from `effective_date` to `requested_date`: at most \(DayRates.longestLookBack), except after the "
                    + "newest sheet held.", atLeast: 0),
            "reason": .oneOf(
                DayReason.self,
                "`published`: they are of the day itself. Otherwise why not: `weekend`, `holiday`, `not_yet_published` or "
                    + "`source_late`."),
            "rates": .map(of: .decimal("The price of one unit in base money."), "The prices, by ISO 4217 code."),
            "unavailable": .array(
                of: .currencyCode(), "The currencies that were asked for and have no rate.",
                count: 0...DayRoute.mostSymbols),
            "evidence": .map(of: Entry.schema, "How each of the rates came about, by ISO 4217 code."),
        ])
}

extension DayAnswer.Entry {
    static let schema = ValueSchema.object(
        named: "DayRateEvidence",
        [
            "source": .string("Who published the rate.", pattern: "^[a-z0-9-]{1,32}$"),
            "observed_on": .day("The day that the rate is of."),
            "published_at": .instant("When its sheet was made public, in its newest edition.").nullable,
        ])
}
