extension ExactDecimal: CustomStringConvertible {
    /// Reads a plain decimal: an optional `-`, digits, and a point between digits where there is a fraction.
    ///
    /// Nil for everything else: a `+`, spaces, separators, an exponent, digits that are not ASCII, a zero in front of
    /// other whole digits, more than 34 digits.
    package init?(_ text: some StringProtocol) {
        var coefficient: Int128 = 0
        var (digits, wholeDigits, startsWithZero) = (0, 0, false)
        var hasPoint = false
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        for byte in text.utf8.dropFirst(isNegative ? 1 : 0) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard digits < Self.mostDigits else { return nil }
                if digits == 0 { startsWithZero = byte == UInt8(ascii: "0") }
                coefficient = coefficient * 10 + Int128(byte - UInt8(ascii: "0"))
                digits += 1
                wholeDigits += hasPoint ? 0 : 1
            case UInt8(ascii: "."):
                guard !hasPoint, digits > 0 else { return nil }
                hasPoint = true
            default:
                return nil
            }
        }
        let fractionDigits = digits - wholeDigits
        guard digits > 0, hasPoint == (fractionDigits > 0), !startsWithZero || wholeDigits == 1 else { return nil }
        self.init(unchecked: isNegative ? -coefficient : coefficient, exponent: -fractionDigits)
    }

    /// Plain notation, never with an exponent: `1.10`, `-0.003`, `1300`.
    package var description: String {
        let sign = coefficient < 0 ? "-" : ""
        guard exponent < 0 else {
            let zeros = coefficient == 0 ? "" : String(repeating: "0", count: exponent)
            return "\(sign)\(coefficient.magnitude)\(zeros)"
        }
        let digits = coefficient.magnitude.padded(to: fractionDigits + 1)
        return "\(sign)\(digits.dropLast(fractionDigits)).\(digits.suffix(fractionDigits))"
    }
}
