import SharedDomain

/// Fixed-width lower-case hexadecimal, the only spelling that trace headers know.
enum Hex {
    /// All digits of the number, leading zeros included.
    static func text<Number: FixedWidthInteger & UnsignedInteger>(of number: Number) -> String {
        String(unsafeUninitializedCapacity: digitCount(of: number)) { buffer in
            write(number, to: buffer, at: 0)
        }
    }

    /// All digits of two numbers, one after the other.
    static func text(of high: UInt64, _ low: UInt64) -> String {
        String(unsafeUninitializedCapacity: 32) { buffer in
            write(low, to: buffer, at: write(high, to: buffer, at: 0))
        }
    }

    /// Writes all digits of the number into a buffer that has room for them, and says where they end.
    @discardableResult
    static func write<Number: FixedWidthInteger & UnsignedInteger>(
        _ number: Number, to buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int
    ) -> Int {
        let end = start + digitCount(of: number)
        var rest = number
        for index in (start..<end).reversed() {
            let digit = UInt8(truncatingIfNeeded: rest & 0xF)
            buffer[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            rest >>= 4
        }
        return end
    }

    /// The number that exactly these digits stand for; nil for upper case, a sign, or another length.
    static func number<Number: FixedWidthInteger & UnsignedInteger>(_ text: some StringProtocol) -> Number? {
        var number: Number = 0
        guard text.utf8.count == digitCount(of: number) else { return nil }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | Number(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | Number(byte - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        return number
    }

    private static func digitCount<Number: FixedWidthInteger & UnsignedInteger>(of number: Number) -> Int {
        Number.bitWidth / 4
    }
}

extension DigitWriter {
    /// Writes all sixteen digits of a number of 64 bits.
    mutating func write(hexadecimal number: UInt64) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { digits in
            Hex.write(number, to: digits, at: 0)
            write(UnsafeRawBufferPointer(digits))
        }
    }
}
