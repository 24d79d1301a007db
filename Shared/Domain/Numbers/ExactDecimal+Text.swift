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
        String(unsafeUninitializedCapacity: Self.longestWritten) { buffer in
            var writer = DigitWriter(UnsafeMutableRawBufferPointer(buffer))
            write(to: &writer)
            return writer.count
        }
    }

    /// The most bytes of a written decimal: a sign, all digits, and the zeros of the greatest exponent.
    package static let longestWritten = 1 + mostDigits + exponents.upperBound

    /// Writes the same text, of at most `longestWritten` bytes.
    package func write(to writer: inout DigitWriter) {
        if coefficient < 0 { writer.write(ascii: "-") }
        let digits = coefficient.magnitude
        guard exponent < 0 else {
            writer.write(digits)
            if digits != 0 { for _ in 0..<exponent { writer.write(ascii: "0") } }
            return
        }
        // Nearly every rate: a division of one machine word.
        if fractionDigits <= DigitWriter.digitsOfWord, let small = Int(exactly: digits) {
            let (whole, rest) = small.quotientAndRemainder(dividingBy: Int(PowersOfTen.integers[fractionDigits]))
            writer.write(whole)
            writer.write(ascii: ".")
            writer.write(rest, width: fractionDigits)
            return
        }
        let isAllFraction = fractionDigits >= PowersOfTen.integers.count
        let divisor = isAllFraction ? .max : PowersOfTen.integers[fractionDigits].magnitude
        let (whole, rest) = digits.quotientAndRemainder(dividingBy: divisor)
        writer.write(whole)
        writer.write(ascii: ".")
        writer.write(rest, width: fractionDigits)
    }
}
