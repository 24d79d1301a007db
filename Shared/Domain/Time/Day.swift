/// A civil day of the (proleptic) Gregorian calendar, without a time and without a zone.
package struct Day: Sendable, Hashable {
    /// Days since 1970-01-01.
    package let number: Int32

    /// The years a day can be read from; texts outside are refused as mistakes.
    package static let years = 1900...9998

    /// The day so many days after 1970-01-01.
    package init(number: Int32) {
        self.number = number
    }

    /// The day of these numbers, or nil when there is none (2010-02-30) or its year is outside `years`.
    package init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        self.init(civilYear: year, month: month, day: day)
    }

    /// Reads `YYYY-MM-DD`, nothing else.
    package init?(_ text: some StringProtocol) {
        var reader = DigitReader(text.utf8)
        guard let day = reader.day(), reader.isAtEnd else { return nil }
        self = day
    }

    /// The year, month (1–12) and day of month (1–31).
    package var components: (year: Int, month: Int, day: Int) {
        // Days since 0000-03-01 in eras of 400 years: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
        // civil_from_days.
        let shifted = Int(number) + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The day of the week as in ISO 8601: 1 is Monday, 7 is Sunday.
    package var weekday: Int {
        // 1970-01-01 was a Thursday.
        let shifted = Int(number) + 3
        return shifted - shifted.flooredQuotient(by: 7) * 7 + 1
    }

    /// Saturday or Sunday.
    package var isWeekend: Bool { weekday >= 6 }

    /// The day so many days later; beyond what 32 bits count, the last day they count.
    package func adding(days: Int) -> Day {
        let (sum, overflow) = Int(number).addingReportingOverflow(days)
        return Day(number: overflow ? (days < 0 ? .min : .max) : Int32(clamping: sum))
    }

    /// The same day of the month so many months later, or that month's last day if it has no such day:
    /// 2026-01-31 and one month is 2026-02-28.
    package func adding(months: Int) -> Day {
        let (year, month, day) = components
        let total = year * 12 + (month - 1) + min(max(months, -Self.mostMonths), Self.mostMonths)
        let newYear = total.flooredQuotient(by: 12)
        let newMonth = total - newYear * 12 + 1
        let newDay = min(day, Self.length(ofMonth: newMonth, year: newYear))
        return Day(civilYear: newYear, month: newMonth, day: newDay)
    }

    /// Enough months to leave the range of `number` from either end of it.
    private static let mostMonths = 200_000_000

    /// The day of numbers known to be right.
    init(civilYear year: Int, month: Int, day: Int) {
        // Hinnant's days_from_civil: the year begins in March, so that the leap day comes last.
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.flooredQuotient(by: 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(number: Int32(clamping: era * 146_097 + dayOfEra - 719_468))
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day: Strideable {
    /// Whether one day is before another.
    package static func < (one: Day, other: Day) -> Bool { one.number < other.number }

    /// Days from this day to the other.
    package func distance(to other: Day) -> Int { Int(other.number) - Int(number) }

    /// The day so many days later.
    package func advanced(by days: Int) -> Day { adding(days: days) }
}

extension Day: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    package var description: String {
        String(unsafeUninitializedCapacity: Self.longestWritten) { buffer in
            var writer = DigitWriter(UnsafeMutableRawBufferPointer(buffer))
            let (year, month, day) = components
            writer.write(year, width: 4)
            writer.write(ascii: "-")
            writer.write(month, width: 2)
            writer.write(ascii: "-")
            writer.write(day, width: 2)
            return writer.count
        }
    }

    /// The most bytes of a written day: one of 32 bits lies in a year of at most seven digits, before or after the first.
    private static let longestWritten = 16
}
