import SharedDomain

/// Reads the amount of base money that is priced.
enum FrankfurterAmount {
    /// The amounts there are. Within them no price needs more digits than `ExactDecimal` has.
    static let bounds: ClosedRange<ExactDecimal> = smallest...ExactDecimal(1_000_000_000_000_000)
    private static let smallest = ExactDecimal(coefficient: 1, exponent: -9) ?? .one
    /// The longest text that is read.
    private static let longest = 64

    /// The amount of a text: digits with a point, and an exponent, as in `10`, `.5`, `007.50`, `+1.5e3`. Blanks around it
    /// count for nothing.
    ///
    /// - Throws: `invalidAmount` for anything else, and outside `bounds`.
    static func read(_ text: String) throws(FrankfurterRefusal) -> ExactDecimal {
        guard text.utf8.count <= longest, let amount = number(text.trimmingBlanks), bounds.contains(amount) else {
            throw .invalidAmount
        }
        return amount
    }

    private static func number(_ text: Substring) -> ExactDecimal? {
        let unsigned = text.hasPrefix("+") ? text.dropFirst() : text
        let parts = unsigned.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        guard let mantissa = parts.first, let exponent = exponent(parts.dropFirst().first) else { return nil }
        let sides = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = sides.dropFirst().first ?? ""
        let digits = (sides.first ?? "") + fraction
        guard !digits.isEmpty, digits.utf8.allSatisfy(isDigit) else { return nil }
        let significant = digits.drop { $0 == "0" }
        guard significant.count <= ExactDecimal.mostDigits, let coefficient = Int128(significant) else { return nil }
        return ExactDecimal(coefficient: coefficient, exponent: exponent - fraction.count)
    }

    /// The power of ten after the `e`; 0 where there is none, nil for what is no whole number.
    private static func exponent(_ text: Substring?) -> Int? {
        guard let text else { return 0 }
        guard let power = Int(text), ExactDecimal.exponents.contains(power) else { return nil }
        return power
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension String {
    fileprivate var trimmingBlanks: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        return start.lastIndex { $0 != " " && $0 != "\t" }.map { start[...$0] } ?? ""
    }
}
