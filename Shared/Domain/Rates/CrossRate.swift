/// The price of one currency in another, with its evidence: where and when it was published, and the quotes it is
/// computed from.
package struct CrossRate: Sendable, Hashable {
    /// The currency that is priced.
    package let base: CurrencyCode
    /// The money it is priced in.
    package let quote: CurrencyCode
    /// The day of the sheet.
    package let day: Day
    /// Who published the sheet.
    package let source: SourceID
    /// When the sheet was made public.
    package let publishedAt: Instant
    /// The currency that the quotes are against.
    package let pivot: CurrencyCode
    /// The quotes used, that of `base` first: none for a currency in itself, one where either is the pivot, else two.
    package let legs: [Quote]

    /// How much `quote` money one `base` costs, exactly. Positive.
    package var ratio: ExactRatio {
        switch legs.count {
        case 0: .one
        case 1 where legs[0].currency == base: legs[0].valueInPivot
        case 1: ExactRatio.one.dividedByPositive(legs[0].valueInPivot)
        default: legs[0].valueInPivot.dividedByPositive(legs[1].valueInPivot)
        }
    }

    /// The same in 128 bits.
    package var quotient: Quotient {
        // A price has at most 18 digits, so that the product of two has at most 36.
        switch legs.count {
        case 0: Quotient(numerator: 1, denominator: 1, exponent: 0)
        case 1 where legs[0].currency == base: legs[0].quotientInPivot
        case 1: legs[0].quotientInPivot.asDivisor(of: Quotient(numerator: 1, denominator: 1, exponent: 0))
        default: legs[1].quotientInPivot.asDivisor(of: legs[0].quotientInPivot)
        }
    }

    /// The price rounded once, half up, to so many significant digits.
    ///
    /// Throws `INVALID_PARAMETER` when `digits` is not 1 to 34.
    package func value(significantDigits digits: Int) throws(ServiceError) -> ExactDecimal {
        if let value = quotient.rounded(significantDigits: digits, mode: .halfUp) { return value }
        return try ratio.rounded(significantDigits: digits, mode: .halfUp)
    }

    /// The price of one `quote` in `base` money, from the same evidence.
    package var inverse: CrossRate {
        CrossRate(
            base: quote, quote: base, day: day, source: source, publishedAt: publishedAt, pivot: pivot,
            legs: legs.reversed())
    }
}

extension Quote {
    /// What one unit of the currency costs in pivot money, in 128 bits.
    fileprivate var quotientInPivot: Quotient {
        // Units are powers of ten.
        let exponent = price.exponent - (unit == 100 ? 2 : 0)
        return switch direction {
        case .perPivot: Quotient(numerator: 1, denominator: price.coefficient, exponent: -exponent)
        case .inPivot: Quotient(numerator: price.coefficient, denominator: 1, exponent: exponent)
        }
    }
}

extension Quotient {
    /// The dividend over this, where the factors of both together have at most 36 digits.
    fileprivate func asDivisor(of dividend: Quotient) -> Quotient {
        Quotient(
            numerator: dividend.numerator * denominator, denominator: dividend.denominator * numerator,
            exponent: dividend.exponent - exponent)
    }
}
