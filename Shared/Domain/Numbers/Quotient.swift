/// numerator ÷ denominator × 10^exponent, exactly, in 128 bits: quick enough to compute 27 years of rates, or every
/// rate between thirty currencies, while a client waits.
///
/// The cross of any two quotes fits. What would not fit is nil, and the caller goes the long way over `ExactRatio`.
package struct Quotient: Sendable {
    /// The dividend's digits.
    package let numerator: Int128
    /// The divisor's digits; positive.
    package let denominator: Int128
    /// The power of ten that belongs to both.
    package let exponent: Int

    /// The most digits that `rounded` gives, however small the divisor.
    package static let mostDigits = ExactDecimal.mostDigits

    /// numerator ÷ denominator × 10^exponent; the denominator is positive.
    package init(numerator: Int128, denominator: Int128, exponent: Int) {
        assert(denominator > 0)
        self.numerator = numerator
        self.denominator = denominator
        self.exponent = exponent
    }

    /// One over this; nil unless it is positive.
    package var inverse: Quotient? {
        numerator > 0 ? Quotient(numerator: denominator, denominator: numerator, exponent: -exponent) : nil
    }

    /// The product with a decimal.
    package func times(_ decimal: ExactDecimal) -> Quotient? {
        guard let product = numerator.times(decimal.coefficient) else { return nil }
        return Quotient(numerator: product, denominator: denominator, exponent: exponent + decimal.exponent)
    }

    /// This less the other.
    package func minus(_ other: Quotient) -> Quotient? {
        guard let difference = crossDifference(other), let divisor = denominator.times(other.denominator) else {
            return nil
        }
        return Quotient(numerator: difference.value, denominator: divisor, exponent: difference.exponent)
    }

    /// (this − other) ÷ other, in percent; `other` is positive.
    package func percentAbove(_ other: Quotient) -> Quotient? {
        guard let difference = crossDifference(other), let divisor = denominator.times(other.numerator) else {
            return nil
        }
        return Quotient(
            numerator: difference.value, denominator: divisor, exponent: difference.exponent - other.exponent + 2)
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
    func times(_ other: Self) -> Self? {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? nil : product
    }

    /// The number times a power of ten, nil when it does not fit.
    func times(tenTo power: Int) -> Self? {
        guard power > 0, self != 0 else { return self }
        guard power < PowersOfTen.integers.count, let factor = Self(exactly: PowersOfTen.integers[power]) else {
            return nil
        }
        return times(factor)
    }
}
