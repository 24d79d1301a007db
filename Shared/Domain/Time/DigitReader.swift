/// Reads fixed-width ASCII digits from the front of a text; what RFC 3339 is made of.
struct DigitReader<Bytes: Collection> where Bytes.Element == UInt8 {
    private var rest: Bytes.SubSequence

    init(_ bytes: Bytes) {
        rest = bytes[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Takes the character if it comes next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    /// Exactly so many digits, or nil.
    mutating func number(digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// `YYYY-MM-DD`.
    mutating func day() -> Day? {
        guard let year = number(digits: 4), skip("-"), let month = number(digits: 2), skip("-"),
            let day = number(digits: 2)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// `.` and 1 to 9 digits as milliseconds, the rest cut off; 0 when there is no point; nil when it is malformed.
    mutating func millisecondFraction() -> Int? {
        guard skip(".") else { return 0 }
        var count = 0
        var value = 0
        while let digit = digit() {
            count += 1
            if count <= 3 { value = value * 10 + digit }
        }
        guard (1...9).contains(count) else { return nil }
        return count == 1 ? value * 100 : count == 2 ? value * 10 : value
    }

    /// `Z`, or `+09:00`: minutes east of Greenwich.
    mutating func offsetInMinutes() -> Int? {
        if skip("Z") { return 0 }
        let isEast = skip("+")
        guard isEast || skip("-"),
            let hours = number(digits: 2), hours < 24, skip(":"),
            let minutes = number(digits: 2), minutes < 60
        else { return nil }
        return (isEast ? 1 : -1) * (hours * 60 + minutes)
    }

    private mutating func digit() -> Int? {
        guard let first = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return nil }
        rest.removeFirst()
        return Int(first - UInt8(ascii: "0"))
    }
}
