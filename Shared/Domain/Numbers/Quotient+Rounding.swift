extension Quotient {
    /// At 1 to 34 significant digits, without trailing zeros; nil where 128 bits are too few.
    package func rounded(significantDigits digits: Int, mode: RoundingMode = .halfUp) -> ExactDecimal? {
        guard (1...Self.mostDigits).contains(digits) else { return nil }
        guard numerator != 0 else { return .zero }
        // At this power the quotient has as many whole digits as are wanted, or one more.
        let power = digits - numerator.magnitude.decimalDigits + denominator.magnitude.decimalDigits
        guard let (whole, rest, divisor) = divided(atPower: power) else { return nil }
        let limit = PowersOfTen.integers[digits].magnitude
        guard whole >= limit else {
            return decimal(whole.rounded(rest, of: divisor, mode), exponent: exponent - power)?.canonical
        }
        let (kept, cut) = whole.quotientAndRemainder(dividingBy: 10)
        // In twentieths: the digit that is cut, and a little more where anything follows it.
        let rounded = kept.rounded(cut * 2 + (rest > 0 ? 1 : 0), of: 20, mode)
        return decimal(rounded, exponent: exponent - power + 1)?.canonical
    }

    /// At so many digits after the point, trailing zeros kept; nil where 128 bits are too few.
    package func rounded(fractionDigits digits: Int, mode: RoundingMode) -> ExactDecimal? {
        guard (0...Self.mostDigits).contains(digits) else { return nil }
        guard let (whole, rest, divisor) = divided(atPower: exponent + digits) else { return nil }
        return decimal(whole.rounded(rest, of: divisor, mode), exponent: -digits)
    }

    /// The magnitude of numerator × 10^power ÷ denominator: whole, and the rest over the divisor.
    private func divided(atPower power: Int) -> (whole: UInt128, rest: UInt128, divisor: UInt128)? {
        guard let dividend = numerator.magnitude.times(tenTo: power),
            let divisor = denominator.magnitude.times(tenTo: -power)
        else { return nil }
        let (whole, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
        return (whole, rest, divisor)
    }

    private func decimal(_ magnitude: UInt128, exponent: Int) -> ExactDecimal? {
        guard let digits = Int128(exactly: magnitude) else { return nil }
        return ExactDecimal(coefficient: numerator < 0 ? -digits : digits, exponent: exponent)
    }
}

extension UInt128 {
    /// How many decimal digits the number has; 1 for zero.
    fileprivate var decimalDigits: Int {
        // 1233 / 4096 is log10(2) to five digits, enough for 128 bits: the guess is the count or one less.
        let bits = UInt128.bitWidth - leadingZeroBitCount
        let guess = (bits * 1233) >> 12
        return Swift.max(1, self >= PowersOfTen.integers[guess].magnitude ? guess + 1 : guess)
    }

    /// The number, one more where the mode rounds `rest` over `divisor` away from zero.
    fileprivate func rounded(_ rest: UInt128, of divisor: UInt128, _ mode: RoundingMode) -> UInt128 {
        let complement = divisor - rest
        let part: RoundingMode.CutPart =
            rest < complement ? .belowHalf : rest == complement ? .half : .aboveHalf
        return mode.roundsAway(cutting: part, isOdd: self & 1 == 1) ? self + 1 : self
    }
}
