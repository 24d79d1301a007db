import SharedDomain
import SharedHTTP

/// An amount in another money, with the rate that it was computed at.
struct Conversion: Sendable {
    let question: ConversionQuestion
    let result: ConversionResult
    /// The price of one `from` in `to` money, and its evidence.
    let evidence: LatestAnswer.Entry
    /// The price of one `to` in `from` money, rounded once from the exact one, half up.
    let rateInverse: ExactDecimal
    /// Whether memory had the rate.
    let isFromMemory: Bool
    /// Which state of the latest rates it comes from; nil where nobody may keep it.
    var version: AnswerVersion?

    /// The price of one `from` in `to` money, rounded once from the exact one, half up.
    var rate: ExactDecimal { evidence.rate.value }

    /// The amount at that rate.
    /// - Parameter moment: What the rate's age is as of.
    /// - Throws: `INVALID_PARAMETER` when the result has more than 34 digits.
    init(
        _ question: ConversionQuestion, at rate: ServedRate, isFromMemory: Bool, asOf moment: Instant
    ) throws(ServiceError) {
        let minorUnits = Currency.named(question.to)?.minorUnits ?? 0
        self.question = question
        result = try ConversionResult(
            question.amount, at: rate.cross, minorUnits: minorUnits, rounding: question.rounding)
        evidence = try LatestAnswer.Entry(rate, significantDigits: question.rateDigits, asOf: moment)
        rateInverse = try rate.cross.inverse.value(significantDigits: question.rateDigits)
        self.isFromMemory = isFromMemory
    }
}
