import SharedDomain

/// Numbers in the form that Ruby gives to binary64, which the clients of that API have always got.
enum FrankfurterNumber {
    /// Below this a number is written with an exponent.
    private static let leastPlainExponent = -4

    /// At least one digit after the point, no zeros at the end, and an exponent below 0.0001: `1.0`, `0.85`, `6.6e-05`.
    static func text(_ number: ExactDecimal) -> String {
        let number = number.canonical
        guard number.coefficient != 0 else { return "0.0" }
        guard number.exponent < 0 else { return number.description + ".0" }
        let digits = String(number.coefficient)
        let power = digits.utf8.count - 1 + number.exponent
        guard power < leastPlainExponent else { return number.description }
        let fraction = digits.count > 1 ? digits.dropFirst() : "0"
        return "\(digits.prefix(1)).\(fraction)e-\(power > -10 ? "0" : "")\(-power)"
    }
}
