/// Fixed-width lower-case hexadecimal, the only spelling that trace headers know.
enum Hex {
    /// All digits of the number, leading zeros included.
    static func text<Number: FixedWidthInteger & UnsignedInteger>(of number: Number) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: Number.bitWidth / 4 - digits.count) + digits
    }

    /// The number that exactly these digits stand for; nil for upper case, a sign, or another length.
    static func number<Number: FixedWidthInteger & UnsignedInteger>(_ text: some StringProtocol) -> Number? {
        guard let number = Number(text, radix: 16), Self.text(of: number) == text else { return nil }
        return number
    }
}
