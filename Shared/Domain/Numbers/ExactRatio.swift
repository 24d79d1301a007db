import BigInt

/// An exact fraction in lowest terms: what rates are computed in, so that rounding happens once, at the edge.
package struct ExactRatio: Sendable, Hashable {
    let numerator: BigInt
    /// Always positive.
    let denominator: BigInt

    /// One.
    package static let one = ExactRatio(reduced: 1, over: 1)

    /// The decimal as a fraction.
    package init(_ decimal: ExactDecimal) {
        let power = BigInt(10).power(abs(decimal.exponent))
        let sign: BigInt.Sign = decimal.coefficient < 0 ? .minus : .plus
        let digits = BigInt(sign: sign, magnitude: BigUInt(decimal.coefficient.magnitude))
        if decimal.exponent >= 0 {
            self.init(reduced: digits * power, over: 1)
        } else {
            self.init(digits, dividedBy: power)
        }
    }

    /// A whole number.
    package init(_ integer: Int) {
        self.init(reduced: BigInt(integer), over: 1)
    }

    /// One decimal over another, nil when that is zero.
    package init?(_ numerator: ExactDecimal, over denominator: ExactDecimal) {
        guard let ratio = ExactRatio(numerator) / ExactRatio(denominator) else { return nil }
        self = ratio
    }

    /// Reduces a fraction whose denominator is positive.
    init(_ numerator: BigInt, dividedBy denominator: BigInt) {
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        self.init(reduced: numerator / divisor, over: denominator / divisor)
    }

    private init(reduced numerator: BigInt, over denominator: BigInt) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// −1, 0 or 1.
    package var signum: Int { Int(numerator.signum()) }

    /// One over this, nil for zero.
    package var inverse: ExactRatio? {
        switch signum {
        case 0: nil
        case 1: ExactRatio(reduced: denominator, over: numerator)
        default: ExactRatio(reduced: -denominator, over: -numerator)
        }
    }

    /// The nearest binary64 number, a tie to even.
    package var doubleValue: Double {
        let magnitude = numerator.magnitude.nearestDouble(dividingBy: denominator.magnitude)
        return signum < 0 ? -magnitude : magnitude
    }
}

extension ExactRatio: Comparable, CustomStringConvertible {
    /// Whether one fraction is less than the other.
    package static func < (one: ExactRatio, other: ExactRatio) -> Bool {
        one.numerator * other.denominator < other.numerator * one.denominator
    }

    /// The sum.
    package static func + (one: ExactRatio, other: ExactRatio) -> ExactRatio {
        ExactRatio(
            one.numerator * other.denominator + other.numerator * one.denominator,
            dividedBy: one.denominator * other.denominator)
    }

    /// The difference.
    package static func - (one: ExactRatio, other: ExactRatio) -> ExactRatio {
        ExactRatio(
            one.numerator * other.denominator - other.numerator * one.denominator,
            dividedBy: one.denominator * other.denominator)
    }

    /// The product.
    package static func * (one: ExactRatio, other: ExactRatio) -> ExactRatio {
        ExactRatio(one.numerator * other.numerator, dividedBy: one.denominator * other.denominator)
    }

    /// The quotient, nil when the divisor is zero.
    package static func / (one: ExactRatio, other: ExactRatio) -> ExactRatio? {
        other.inverse.map { one * $0 }
    }

    /// The quotient by a fraction known to be positive.
    func dividedByPositive(_ other: ExactRatio) -> ExactRatio {
        assert(other.numerator > 0)
        return ExactRatio(numerator * other.denominator, dividedBy: denominator * other.numerator)
    }

    /// `3/4`, or `3` for a whole number.
    package var description: String {
        denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    }
}
