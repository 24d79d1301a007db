import SharedDomain
import SharedHTTP

/// The parameters of the Frankfurter API. They are texts of any kind: what is none of their values is refused in that
/// API's words.
enum FrankfurterParameter {
    static let from = Parameter(
        optional: "from", text(), summary: "The same as `base`, and counts more where both are sent.")
    static let base = Parameter(
        optional: "base", text(), summary: "The money that is priced, in capitals or not: EUR unless it is named.")
    static let to = Parameter(
        optional: "to", text(), summary: "The same as `symbols`, and counts more where both are sent.")
    static let symbols = Parameter(
        optional: "symbols", text(),
        summary: "The currencies that it is priced in, separated by commas without blanks: all unless some are named. "
            + "Codes that have no rate are left out.")
    static let amount = Parameter(
        optional: "amount",
        text(amounts),
        summary: "How much of the base is priced: 1 unless it is said.")
    static let dates = Parameter(
        required: "dates", in: .path, text(),
        summary: "A day as `YYYY-MM-DD`, or days as `YYYY-MM-DD..YYYY-MM-DD`, or as `YYYY-MM-DD..` up to now.")

    /// What every route of rates has.
    static let all: [any DeclaredParameter] = [from, base, to, symbols, amount, HistoryParameter.asOf]

    private static var amounts: ValueSchema {
        var schema = ValueSchema.number()
        schema.minimum = FrankfurterAmount.bounds.lowerBound.description
        schema.maximum = FrankfurterAmount.bounds.upperBound.description
        return schema
    }

    private static func text(_ schema: ValueSchema = .string()) -> ValueRule<String> {
        ValueRule(
            expected: "a text", schema: schema, text: { $0 }, fromText: { (text) throws(ValueRefusal) in text })
    }
}
