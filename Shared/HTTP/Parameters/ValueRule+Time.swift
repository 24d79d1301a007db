package import SharedDomain

extension ValueRule where Value == Day {
    /// A day as `YYYY-MM-DD`. One that is so written but is none is refused with what is wrong about it.
    package static var day: ValueRule<Day> {
        ValueRule(
            expected: "\(WrittenDay.form), such as 2026-10-30", code: .invalidDate,
            schema: ValueSchema(kind: .string, format: "date"), text: \.description,
            fromText: { (text) throws(ValueRefusal) in
                guard let day = Day(text) else {
                    throw ValueRefusal(provided: text, expected: WrittenDay(text)?.expected)
                }
                return day
            })
    }
}

extension ValueRule where Value == Instant {
    /// A moment after RFC 3339.
    package static var instant: ValueRule<Instant> {
        ValueRule(
            expected: "a moment after RFC 3339, such as 2026-10-30T15:00:00Z", code: .invalidDate,
            schema: ValueSchema(kind: .string, format: "date-time"), text: \.description,
            fromText: { (text) throws(ValueRefusal) in
                guard let instant = Instant(text) else { throw ValueRefusal(provided: text) }
                return instant
            })
    }
}

extension ValueRule where Value == Period {
    /// One of the periods of a history.
    package static var period: ValueRule<Period> {
        .choice(Period.self, code: .invalidPeriod)
    }
}
