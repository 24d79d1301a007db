import SharedDomain

/// numerator ÷ denominator × 10^exponent, exactly, in 128 bits: quick enough to compute every point of 27 years.
///
/// The cross of any two quotes fits. What would not fit is nil, and the caller goes the long way over `ExactRatio`.
struct Quotient: Sendable {
    let numerator: Int128
    /// Positive.
    let denominator: Int128
    let exponent: Int

    /// The most digits that `rounded` gives: they and one more fit 64 bits.
    static let mostDigits = 17

    /// This less the other.
    func minus(_ other: Quotient) -> Quotient? {
        guard let difference = crossDifference(other), let divisor = denominator.times(other.denominator) else {
            return nil
        }
        return Quotient(numerator: difference.value, denominator: divisor, exponent: difference.exponent)
    }

    /// (this − other) ÷ other, in percent; `other` is positive.
    func percentAbove(_ other: Quotient) -> Quotient? {
        guard let difference = crossDifference(other), let divisor = denominator.times(other.numerator) else {
            return nil
        }
        return Quotient(
            numerator: difference.value, denominator: divisor, exponent: difference.exponent - other.exponent + 2)
    }

    /// At 1 to 17 significant digits, a tie away from zero, without trailing zeros.
    func rounded(significantDigits digits: Int) -> ExactDecimal? {
        guard (1...Self.mostDigits).contains(digits) else { return nil }
        guard numerator != 0 else { return .zero }
        // At this power the quotient has as many whole digits as are wanted, or one more.
        let power =
            digits - DecimalPowers.digits(of: numerator.magnitude) + DecimalPowers.digits(of: denominator.magnitude)
        guard let dividend = numerator.magnitude.times(tenTo: max(power, 0)),
            let divisor = denominator.magnitude.times(tenTo: max(-power, 0))
        else { return nil }
        let (whole, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
        var kept = UInt64(whole)
        var resultExponent = exponent - power
        if kept >= UInt64(DecimalPowers.integers[digits]) {
            // The digit too many decides alone: what follows it cannot bring it to a tie from below.
            let cut = kept % 10
            kept = kept / 10 + (cut >= 5 ? 1 : 0)
            resultExponent += 1
        } else if rest >= divisor - rest {
            kept += 1
        }
        let coefficient = numerator < 0 ? -Int128(kept) : Int128(kept)
        return ExactDecimal(coefficient: coefficient, exponent: resultExponent)?.canonical
    }

    /// n₁d₂ − n₂d₁, the numerator of the difference, and the power of ten that belongs to it.
    private func crossDifference(_ other: Quotient) -> (value: Int128, exponent: Int)? {
        let common = min(exponent, other.exponent)
        guard let one = numerator.times(other.denominator)?.times(tenTo: exponent - common),
            let two = other.numerator.times(denominator)?.times(tenTo: other.exponent - common)
        else { return nil }
        let (value, overflow) = one.subtractingReportingOverflow(two)
        return overflow ? nil : (value, common)
    }
}

extension FixedWidthInteger {
    /// The product, nil when it does not fit.
    fileprivate func times(_ other: Self) -> Self? {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? nil : product
    }

    /// The number times a power of ten, nil when it does not fit.
    fileprivate func times(tenTo power: Int) -> Self? {
        guard power > 0 else { return self }
        guard power < DecimalPowers.integers.count, let factor = Self(exactly: DecimalPowers.integers[power]) else {
            return self == 0 ? self : nil
        }
        return times(factor)
    }
}
