import SharedDomain

/// A rate that is known exactly: rounded only when it is shown, and then right to the last digit.
protocol ExactRate: Sendable {
    /// The rate in 128 bits; nil where they are too few.
    var quotient: Quotient? { get }

    /// The rate however many digits it takes.
    ///
    /// - Throws: never for figures of quotes; `INTERNAL_ERROR` for digits that no quote has.
    func ratio() throws(ServiceError) -> ExactRatio
}

extension ExactRate {
    /// The rate at so many significant digits, a tie away from zero.
    ///
    /// - Throws: `INVALID_PARAMETER` for a number of digits that is not 1 to 34.
    func rate(significantDigits digits: Int) throws(ServiceError) -> ExactDecimal {
        if let rate = quotient?.rounded(significantDigits: digits) { return rate }
        return try ratio().rounded(significantDigits: digits, mode: .halfUp)
    }

    /// This rate less an earlier one, at so many significant digits of the difference.
    ///
    /// - Throws: as `rate`.
    func change(since earlier: some ExactRate, significantDigits digits: Int) throws(ServiceError) -> ExactDecimal {
        if let now = quotient, let before = earlier.quotient,
            let change = now.minus(before)?.shown(significantDigits: digits)
        {
            return change
        }
        return try (ratio() - earlier.ratio()).rounded(significantDigits: digits, mode: .halfUp)
    }

    /// The same in percent of the earlier rate.
    ///
    /// - Throws: as `rate`.
    func changePercent(
        since earlier: some ExactRate, significantDigits digits: Int
    ) throws(ServiceError) -> ExactDecimal {
        if let now = quotient, let before = earlier.quotient,
            let change = now.percentAbove(before)?.shown(significantDigits: digits)
        {
            return change
        }
        let before = try earlier.ratio()
        guard let part = (try ratio() - before) / before else { throw .internalError() }
        return try (part * ExactRatio(100)).rounded(significantDigits: digits, mode: .halfUp)
    }
}

/// The price of one currency in another on one day, as the two published figures it comes from.
struct ExactCross: ExactRate {
    /// The figure of the currency that is priced.
    let target: Figure
    /// The figure of the money it is priced in.
    let base: Figure

    /// value(target) ÷ value(base), both in pivot money; two figures of 18 digits make at most 36.
    var quotient: Quotient? {
        let (one, two) = (Int128(target.coefficient), Int128(base.coefficient))
        let (oneExponent, twoExponent) = (target.exponentOfOne, base.exponentOfOne)
        return switch (target.direction, base.direction) {
        case (.perPivot, .perPivot):
            Quotient(numerator: two, denominator: one, exponent: twoExponent - oneExponent)
        case (.inPivot, .inPivot):
            Quotient(numerator: one, denominator: two, exponent: oneExponent - twoExponent)
        case (.inPivot, .perPivot):
            Quotient(numerator: one * two, denominator: 1, exponent: oneExponent + twoExponent)
        case (.perPivot, .inPivot):
            Quotient(numerator: 1, denominator: one * two, exponent: -oneExponent - twoExponent)
        }
    }

    func ratio() throws(ServiceError) -> ExactRatio {
        guard let ratio = try target.valueInPivot() / base.valueInPivot() else { throw .internalError() }
        return ratio
    }

    /// The nearest binary64 number but for a few units of the last place: to compare by.
    var approximate: Double { base.unitsPerPivot / target.unitsPerPivot }
}
