import SharedDomain
import SharedHTTP

extension SeriesBreak.Kind: JSONRepresentable {}

extension SeriesBreak: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { object in
            object.member("kind", kind)
            object.member("currency", currency)
            object.member("last_before", lastBefore)
            object.member("first_after", firstAfter)
            object.member("other", other)
            object.member("factor", factor)
        }
    }
}

extension SeriesBreak {
    /// One break.
    static let schema = ValueSchema.object(
        named: "SeriesBreak",
        [
            "kind": .oneOf(
                Kind.self,
                "`redenomination`: the currency took the place of an older one, or a newer one took its place. `began` and "
                    + "`ended`: the source began or ceased to quote it. `gap`: it was not quoted for more than "
                    + "\(longestSilence) days."),
            "currency": .currencyCode("Which of the two currencies it is about."),
            "last_before": .day("The last day with an observation before the break; null of a beginning.").nullable,
            "first_after": .day("The first day with an observation after the break; null of an end.").nullable,
            "other": .currencyCode(
                "The currency that came before it, or that took its place (the euro where its country joined); null where "
                    + "there is none."
            ).nullable,
            "factor": .decimal(
                "How many of the older currency became one of the newer, exactly; null without another currency."
            ).nullable,
        ])

    /// The member `breaks` of an answer about a series.
    static let listSchema = ValueSchema.array(
        of: schema,
        "Why the window is not one stretch of comparable rates, by day: empty where it is. No change, return or average "
            + "of changes reaches over a gap, and none over a whole window that its rates do not cover.")
}
