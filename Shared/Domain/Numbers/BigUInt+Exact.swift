import BigInt

extension BigUInt {
    /// How many decimal digits the number has; 1 for zero.
    var decimalDigits: Int { String(self).utf8.count }

    /// The number in 128 bits, nil when it does not fit. (`Int128(exactly:)` of a negative `BigInt` beyond 64 bits is off
    /// by 2^64: its right shift rounds toward zero. So signs are taken off before.)
    var int128: Int128? {
        guard bitWidth < Int128.bitWidth else { return nil }
        return words.reversed().reduce(0) { $0 << UInt.bitWidth | Int128($1) }
    }

    /// Whether self ≥ other × 10^power.
    func isAtLeast(_ other: BigUInt, timesTenToThe power: Int) -> Bool {
        let factor = BigUInt(10).power(abs(power))
        return power >= 0 ? self >= other * factor : self * factor >= other
    }

    /// The quotient rounded to a whole number; the divisor is not zero.
    func quotient(dividingBy divisor: BigUInt, rounding mode: RoundingMode) -> BigUInt {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        let twice = remainder << 1
        let part: RoundingMode.CutPart = twice < divisor ? .belowHalf : twice == divisor ? .half : .aboveHalf
        return mode.roundsAway(cutting: part, isOdd: quotient[bitAt: 0]) ? quotient + 1 : quotient
    }

    /// The quotient as the nearest binary64 number, a tie to even; the divisor is not zero.
    func nearestDouble(dividingBy divisor: BigUInt) -> Double {
        guard !isZero else { return 0 }
        // The quotient has `bits` or `bits` + 1 bits before the binary point: the first guess at the unit of the last
        // place leaves 53 or 54 of them, and 54 is one too many. Subnormal numbers have a fixed unit.
        let bits = bitWidth - divisor.bitWidth
        var unit = Swift.max(bits - 53, -1074)
        var significand = scaledQuotient(dividingBy: divisor, unit: unit)
        if significand.bitWidth > 53, significand != 1 << 53 {
            unit += 1
            significand = scaledQuotient(dividingBy: divisor, unit: unit)
        }
        return Double(sign: .plus, exponent: unit, significand: Double(UInt64(significand)))
    }

    /// self ÷ (divisor × 2^unit), rounded to the nearest, a tie to even.
    private func scaledQuotient(dividingBy divisor: BigUInt, unit: Int) -> BigUInt {
        let dividend = unit < 0 ? self << -unit : self
        return dividend.quotient(dividingBy: unit > 0 ? divisor << unit : divisor, rounding: .halfEven)
    }
}
