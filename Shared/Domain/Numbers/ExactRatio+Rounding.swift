import BigInt

extension ExactRatio {
    /// The fraction at so many significant digits, without trailing zeros (`canonical`).
    ///
    /// Throws `INVALID_PARAMETER` when `digits` is not 1 to 34 or the result lies outside what `ExactDecimal` holds.
    package func rounded(significantDigits digits: Int, mode: RoundingMode) throws(ServiceError) -> ExactDecimal {
        guard (1...ExactDecimal.mostDigits).contains(digits) else {
            throw .invalidParameter(
                "precision", provided: "\(digits)", expected: "1 to \(ExactDecimal.mostDigits) significant digits")
        }
        guard signum != 0 else { return .zero }
        // The quotient at this exponent has `digits` or one more; with one more, the cut belongs a place higher.
        var exponent = numerator.magnitude.decimalDigits - denominator.magnitude.decimalDigits - digits
        if numerator.magnitude.isAtLeast(denominator.magnitude, timesTenToThe: exponent + digits) {
            exponent += 1
        }
        let magnitude = scaledMagnitude(toExponent: exponent, mode: mode)
        // 9.99… became 10.0…: a digit too many, all zeros after the first.
        let carried = magnitude == BigUInt(10).power(digits)
        return try carried
            ? decimal(magnitude: magnitude / 10, exponent: exponent + 1).canonical
            : decimal(magnitude: magnitude, exponent: exponent).canonical
    }

    /// The fraction at so many digits after the point, trailing zeros kept: money at its minor units.
    ///
    /// Throws `INVALID_PARAMETER` when `digits` is not 0 to 34 or the result has more than 34 digits.
    package func rounded(fractionDigits digits: Int, mode: RoundingMode) throws(ServiceError) -> ExactDecimal {
        guard (0...ExactDecimal.mostDigits).contains(digits) else {
            throw .invalidParameter(
                "precision", provided: "\(digits)", expected: "0 to \(ExactDecimal.mostDigits) digits after the point")
        }
        return try decimal(magnitude: scaledMagnitude(toExponent: -digits, mode: mode), exponent: -digits)
    }

    /// The magnitude in units of 10^exponent, rounded to a whole number of them.
    private func scaledMagnitude(toExponent exponent: Int, mode: RoundingMode) -> BigUInt {
        let power = BigUInt(10).power(abs(exponent))
        let (dividend, divisor) = (numerator.magnitude, denominator.magnitude)
        return exponent > 0
            ? dividend.quotient(dividingBy: divisor * power, rounding: mode)
            : (dividend * power).quotient(dividingBy: divisor, rounding: mode)
    }

    private func decimal(magnitude: BigUInt, exponent: Int) throws(ServiceError) -> ExactDecimal {
        guard let digits = magnitude.int128,
            let result = ExactDecimal(coefficient: signum < 0 ? -digits : digits, exponent: exponent)
        else {
            throw ServiceError(
                .invalidParameter, "The result needs more than \(ExactDecimal.mostDigits) digits.",
                details: ["expected": "a result of at most \(ExactDecimal.mostDigits) digits"])
        }
        return result
    }
}
