import SharedDomain

/// An amount times a rate, rounded once.
struct ConversionResult: Sendable, Hashable {
    /// The most significant digits that every binary64 holds, and so every reader of JSON numbers.
    static let numberDigits = 15
    /// The most that are computed.
    static let mostDigits = ExactDecimal.mostDigits

    /// Everything that was computed: at the minor units of the money, or with 34 significant digits.
    let full: ExactDecimal
    /// The same amount times rate, rounded to 15 significant digits instead, where `full` has more.
    let short: ExactDecimal?

    /// The amount in the money that the rate is given in.
    /// - Throws: `INVALID_PARAMETER` when it has more than 34 digits.
    init(
        _ amount: ExactDecimal, at rate: CrossRate, minorUnits: Int, rounding: ConversionRounding
    ) throws(ServiceError) {
        let product = Product(amount, rate)
        full =
            switch rounding {
            case .unrounded: try product.rounded(significantDigits: Self.mostDigits, mode: rounding.mode)
            case .halfUp, .halfEven, .down: try product.rounded(fractionDigits: minorUnits, mode: rounding.mode)
            }
        let needsMore = full.canonical.coefficient.magnitude >= Self.firstTooLong
        short = needsMore ? try product.rounded(significantDigits: Self.numberDigits, mode: rounding.mode) : nil
    }

    /// 10^15.
    private static let firstTooLong: UInt128 = 1_000_000_000_000_000

    /// Amount × rate, exactly: in 128 bits where they are enough, which they nearly always are.
    private struct Product {
        let amount: ExactDecimal
        let rate: CrossRate
        let quotient: Quotient?

        init(_ amount: ExactDecimal, _ rate: CrossRate) {
            self.amount = amount
            self.rate = rate
            quotient = rate.quotient.times(amount)
        }

        var ratio: ExactRatio { ExactRatio(amount) * rate.ratio }

        func rounded(significantDigits digits: Int, mode: RoundingMode) throws(ServiceError) -> ExactDecimal {
            if let value = quotient?.rounded(significantDigits: digits, mode: mode) { return value }
            return try ratio.rounded(significantDigits: digits, mode: mode)
        }

        func rounded(fractionDigits digits: Int, mode: RoundingMode) throws(ServiceError) -> ExactDecimal {
            if let value = quotient?.rounded(fractionDigits: digits, mode: mode) { return value }
            return try ratio.rounded(fractionDigits: digits, mode: mode)
        }
    }
}
