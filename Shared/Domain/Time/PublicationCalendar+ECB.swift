import Foundation

extension PublicationCalendar {
    /// How late the reference rates may be before we call what we hold stale.
    package static let ecbGrace: Duration = .seconds(6 * 3600)

    /// The ECB's euro reference rates: on TARGET days, about 16:00 Frankfurt time.
    ///
    /// A machine without zone data has the nominal time an hour or two late (16:00 UTC), within the grace.
    package static let ecb = PublicationCalendar(
        zone: TimeZone(identifier: "Europe/Berlin") ?? .gmt, hour: 16, minute: 0, grace: ecbGrace,
        isOpen: { !isTARGETClosed($0) })

    /// TARGET's closing days, as the ECB decided them: the calendar from 2002 on (press release of 14 December 2000);
    /// the same in 2000 (15 July 1999); the same and 31 December in 2001; in 1999 only New Year's Day, Christmas Day
    /// (3 September 1998) and 31 December (31 March 1999).
    private static func isTARGETClosed(_ day: Day) -> Bool {
        guard !day.isWeekend else { return true }
        let (year, month, dayOfMonth) = day.components
        switch (month, dayOfMonth) {
        case (1, 1), (12, 25): return true
        case (12, 31): return year == 1999 || year == 2001
        case (5, 1), (12, 26): return year >= 2000
        case (3...4, _): return year >= 2000 && [-2, 1].contains(easterSunday(in: year).distance(to: day))
        default: return false
        }
    }

    /// Easter Sunday of the Gregorian calendar, by the anonymous algorithm of Nature (1876) as given by Meeus,
    /// "Astronomical Algorithms", chapter 8.
    static func easterSunday(in year: Int) -> Day {
        let golden = year % 19
        let (century, yearOfCentury) = (year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * weekday) / 451
        return Day(civilYear: year, month: 3, day: 22).adding(days: epact + weekday - 7 * late)
    }
}
