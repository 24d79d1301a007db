extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC, such as `2026-10-30T15:00:00Z`; three digits of fraction only where there are milliseconds.
    package var description: String { text(alwaysWithMilliseconds: false) }

    /// RFC 3339 in UTC, with three digits of fraction where there are milliseconds, or always.
    package func text(alwaysWithMilliseconds: Bool) -> String {
        String(unsafeUninitializedCapacity: Self.longestWritten) { buffer in
            var writer = DigitWriter(UnsafeMutableRawBufferPointer(buffer))
            write(to: &writer, alwaysWithMilliseconds: alwaysWithMilliseconds)
            return writer.count
        }
    }

    /// Writes the same text, of at most `longestWritten` bytes.
    package func write(to writer: inout DigitWriter, alwaysWithMilliseconds: Bool) {
        let day = milliseconds.flooredQuotient(by: Self.millisecondsPerDay)
        // Not by subtraction: the beginning of the first day there is lies before the first millisecond.
        let remainder = Int(milliseconds % Self.millisecondsPerDay)
        let rest = remainder < 0 ? remainder + Int(Self.millisecondsPerDay) : remainder
        let (year, month, dayOfMonth) = Day(number: Int32(clamping: day)).components
        writer.write(year, width: 4)
        writer.write(ascii: "-")
        writer.write(month, width: 2)
        writer.write(ascii: "-")
        writer.write(dayOfMonth, width: 2)
        writer.write(ascii: "T")
        writer.write(rest / 3_600_000, width: 2)
        writer.write(ascii: ":")
        writer.write(rest / 60_000 % 60, width: 2)
        writer.write(ascii: ":")
        writer.write(rest / 1000 % 60, width: 2)
        if alwaysWithMilliseconds || rest % 1000 != 0 {
            writer.write(ascii: ".")
            writer.write(rest % 1000, width: 3)
        }
        writer.write(ascii: "Z")
    }

    /// The most bytes of a written instant: a day of 32 bits lies in a year of at most seven digits.
    package static let longestWritten = 32

    /// Reads RFC 3339: `2026-10-30T15:00:00Z`, a fraction of 1 to 9 digits (cut to milliseconds), an offset such as
    /// `+09:00`. Nil for anything else: no time zone, a leap second, a space for the `T`, a year outside 1900–9998.
    package init?(_ text: some StringProtocol) {
        var reader = DigitReader(text.utf8)
        guard text.utf8.count <= Self.longestText,
            let day = reader.day(), reader.skip("T"),
            let hour = reader.number(digits: 2), hour < 24, reader.skip(":"),
            let minute = reader.number(digits: 2), minute < 60, reader.skip(":"),
            let second = reader.number(digits: 2), second < 60,
            let fraction = reader.millisecondFraction(),
            let offset = reader.offsetInMinutes(), reader.isAtEnd
        else { return nil }
        let seconds = (hour * 60 + minute - offset) * 60 + second
        milliseconds = Int64(day.number) * Self.millisecondsPerDay + Int64(seconds * 1000 + fraction)
    }

    static let millisecondsPerDay: Int64 = 86_400_000
    private static let longestText = 35
}

extension BinaryInteger {
    /// The decimal digits with zeros in front up to `width`.
    func padded(to width: Int) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
