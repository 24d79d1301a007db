/// An exact decimal number, coefficient × 10^exponent, in the representation it was published in: `1.10` keeps its
/// zero, though it equals `1.1`.
///
/// At most 34 digits (as IEEE 754 decimal128) and a bounded exponent, so that every operation on it is bounded too.
package struct ExactDecimal: Sendable {
    /// All digits, with the sign.
    package let coefficient: Int128
    /// The power of ten that the coefficient is multiplied by.
    package let exponent: Int

    /// The most digits a coefficient has.
    package static let mostDigits = 34
    /// The exponents there are.
    package static let exponents = -64...64

    /// Nought.
    package static let zero = ExactDecimal(unchecked: 0, exponent: 0)
    /// One.
    package static let one = ExactDecimal(unchecked: 1, exponent: 0)

    /// coefficient × 10^exponent; nil beyond 34 digits or outside `exponents`.
    package init?(coefficient: Int128, exponent: Int) {
        guard Self.exponents.contains(exponent), coefficient.magnitude < PowersOfTen.upper else { return nil }
        self.init(unchecked: coefficient, exponent: exponent)
    }

    /// A whole number.
    package init(_ integer: Int) {
        self.init(unchecked: Int128(integer), exponent: 0)
    }

    /// Digits and exponent known to be within bounds.
    init(unchecked coefficient: Int128, exponent: Int) {
        self.coefficient = coefficient
        self.exponent = exponent
    }

    /// −1, 0 or 1.
    package var signum: Int { Int(coefficient.signum()) }

    /// How many digits follow the point in `description`.
    package var fractionDigits: Int { max(0, -exponent) }

    /// The same number without trailing zeros in the coefficient: one representation for each value.
    package var canonical: ExactDecimal {
        guard coefficient != 0 else { return .zero }
        var (digits, power) = (coefficient, exponent)
        // Nearly always the digits fit a machine word, where a division costs little.
        if var short = Int64(exactly: coefficient) {
            while power < Self.exponents.upperBound, short % 10 == 0 {
                short /= 10
                power += 1
            }
            return ExactDecimal(unchecked: Int128(short), exponent: power)
        }
        while power < Self.exponents.upperBound, digits % 10 == 0 {
            digits /= 10
            power += 1
        }
        return ExactDecimal(unchecked: digits, exponent: power)
    }

    /// The nearest binary64 number, a tie to even.
    package var doubleValue: Double {
        // Both operands are exact and so the one operation rounds correctly: the classic fast path (Clinger, "How to
        // Read Floating Point Numbers Accurately", 1990).
        if coefficient.magnitude <= 1 << 53, abs(exponent) < PowersOfTen.exactDoubles.count {
            let digits = Double(Int64(truncatingIfNeeded: coefficient))
            let power = PowersOfTen.exactDoubles[abs(exponent)]
            return exponent < 0 ? digits / power : digits * power
        }
        return ExactRatio(self).doubleValue
    }
}

extension ExactDecimal: Hashable, Comparable {
    /// Whether the two are the same number, however written.
    package static func == (one: ExactDecimal, other: ExactDecimal) -> Bool {
        if one.exponent == other.exponent { return one.coefficient == other.coefficient }
        let (first, second) = (one.canonical, other.canonical)
        return first.coefficient == second.coefficient && first.exponent == second.exponent
    }

    /// Whether one number is less than the other.
    package static func < (one: ExactDecimal, other: ExactDecimal) -> Bool {
        one.exponent >= other.exponent
            ? one.coefficient(at: other.exponent) < other.coefficient
            : one.coefficient < other.coefficient(at: one.exponent)
    }

    /// The coefficient at a lower exponent, or the end of the 128 bits it passes: farther than any coefficient.
    private func coefficient(at lower: Int) -> Int128 {
        guard coefficient != 0 else { return 0 }
        let farthest = coefficient < 0 ? Int128.min : Int128.max
        guard exponent - lower < PowersOfTen.integers.count else { return farthest }
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: PowersOfTen.integers[exponent - lower])
        return overflow ? farthest : product
    }

    /// Equal numbers hash alike, however written.
    package func hash(into hasher: inout Hasher) {
        let value = canonical
        hasher.combine(value.coefficient)
        hasher.combine(value.exponent)
    }
}
