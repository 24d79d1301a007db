import SharedDomain
import SharedHTTP

extension ValueRule where Value == Day {
    /// As `day`, and the days of the year 9999 too, the last one of four digits: what is asked for of a day to come is
    /// refused alike, however far off it is.
    static var dayToTheLast: ValueRule<Day> {
        let usual = ValueRule<Day>.day
        return ValueRule<Day>(
            expected: usual.expected, code: usual.code, schema: usual.schema, text: \.description,
            fromText: { (text) throws(ValueRefusal) in
                guard let likeIt = text.inYearBeforeTheLast, let day = Day(likeIt) else {
                    return try usual.fromText(text)
                }
                return day.adding(months: 12)
            })
    }
}

extension ValueRule where Value == Instant {
    /// As `instant`, and the moments of the year 9999 too, likewise.
    static var instantToTheLast: ValueRule<Instant> {
        let usual = ValueRule<Instant>.instant
        return ValueRule<Instant>(
            expected: usual.expected, code: usual.code, schema: usual.schema, text: \.description,
            fromText: { (text) throws(ValueRefusal) in
                guard let likeIt = text.inYearBeforeTheLast, let instant = Instant(likeIt) else {
                    return try usual.fromText(text)
                }
                return instant.advanced(by: .seconds(365 * 86_400))
            })
    }
}

extension String {
    /// A date of the year 9999 as one of 9998, the last year that `Day.years` has: both are of 365 days.
    fileprivate var inYearBeforeTheLast: String? {
        hasPrefix("9999-") ? "\(Day.years.upperBound)\(dropFirst(4))" : nil
    }
}
