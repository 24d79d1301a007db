/// Writes text of ASCII characters into memory that is there already, without making strings on the way. There must be
/// room for all that is written.
package struct DigitWriter {
    /// How many bytes were written.
    package private(set) var count = 0

    private let buffer: UnsafeMutableRawBufferPointer

    /// A writer that begins at the front of `buffer`.
    package init(_ buffer: UnsafeMutableRawBufferPointer) {
        self.buffer = buffer
    }

    /// Writes one character.
    package mutating func write(ascii character: Unicode.Scalar) {
        precondition(count < buffer.count, "no room for a character")
        buffer[count] = UInt8(ascii: character)
        count += 1
    }

    /// Writes the decimal digits of a number, with zeros in front up to `width`.
    package mutating func write(_ number: Int, width: Int = 1) {
        if number < 0 { write(ascii: "-") }
        var rest = number.magnitude
        let digits = max(width, Self.digitCount(of: rest))
        precondition(digits <= buffer.count - count, "no room for \(digits) digits")
        for index in (count..<count + digits).reversed() {
            buffer[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += digits
    }

    /// How many digits any number of so many digits has room for in a machine word.
    static let digitsOfWord = 18

    /// Writes the decimal digits of a number of 128 bits, with zeros in front up to `width`.
    mutating func write(_ number: UInt128, width: Int = 1) {
        if let small = Int(exactly: number) {
            write(small, width: width)
            return
        }
        let (upper, lower) = number.quotientAndRemainder(dividingBy: Self.upperUnit)
        write(upper, width: width - Self.digitsOfWord)
        write(Int(lower), width: Self.digitsOfWord)
    }

    /// Writes bytes as they are.
    package mutating func write(_ bytes: UnsafeRawBufferPointer) {
        precondition(bytes.count <= buffer.count - count, "no room for \(bytes.count) bytes")
        guard let source = bytes.baseAddress, let target = buffer.baseAddress else { return }
        (target + count).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    /// Writes a text in UTF-8.
    package mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    }

    /// 10^18: what the digits before the last `digitsOfWord` count.
    private static let upperUnit = PowersOfTen.integers[digitsOfWord].magnitude

    private static func digitCount(of number: UInt) -> Int {
        var count = 1
        var rest = number
        while rest >= 10 {
            rest /= 10
            count += 1
        }
        return count
    }
}
