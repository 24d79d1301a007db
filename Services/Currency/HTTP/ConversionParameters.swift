import SharedDomain
import SharedHTTP

/// What a conversion is told: in the query of one, and in each element of a batch.
struct ConversionParameters: Sendable {
    let from: Parameter<CurrencyCode>
    let to: Parameter<CurrencyCode>
    let amount: Parameter<ExactDecimal>
    let date: Parameter<Day?>
    let rounding: Parameter<ConversionRounding>

    /// The same parameters, to be found there.
    init(in location: ParameterLocation) {
        from = Parameter(required: "from", in: location, .currency, summary: "The currency of the amount.")
        to = Parameter(required: "to", in: location, .currency, summary: "The currency that it is converted to.")
        amount = Parameter(
            required: "amount", in: location, .conversionAmount,
            summary: "The amount, with at most \(ConversionQuestion.mostFractionDigits) digits after the point.")
        date = Parameter(
            optional: "date", in: location, .day,
            summary: "The day whose rate is used; otherwise the latest rate is.")
        rounding = Parameter(
            "rounding", in: location, .choice(), default: .halfUp,
            summary: "How the result is rounded to the minor units of its money; `none` does not round to them.")
    }

    /// All of them.
    var all: [any DeclaredParameter] { [from, to, amount, date, rounding] }
}

extension ValueRule where Value == ExactDecimal {
    /// An amount that can be converted: plain notation, no exponent. In a JSON body a number, or a string with the same
    /// digits.
    fileprivate static var conversionAmount: ValueRule<ExactDecimal> {
        ValueRule(
            expected: ConversionQuestion.expectedAmount,
            schema: .number(atLeast: 0, atMost: Int(ConversionQuestion.mostAmount.coefficient)),
            text: \.description,
            fromText: { (text) throws(ValueRefusal) in
                guard let amount = ExactDecimal(text), ConversionQuestion.admits(amount) else {
                    throw ValueRefusal(provided: text)
                }
                return amount
            })
    }
}
