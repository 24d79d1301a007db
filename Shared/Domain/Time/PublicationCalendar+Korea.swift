import Foundation

extension PublicationCalendar {
    /// How late the day's rates may be before we call what we hold stale.
    package static let keximGrace: Duration = .seconds(6 * 3600)

    /// The rates of the Export-Import Bank of Korea: on Korean banking days, about 11:00 Seoul time.
    package static let kexim = PublicationCalendar(
        zone: TimeZone(identifier: "Asia/Seoul") ?? TimeZone(secondsFromGMT: 9 * 3600) ?? .gmt, hour: 11, minute: 0,
        grace: keximGrace, isOpen: { !$0.isWeekend && !koreanClosures.contains($0) })

    /// The weekdays on which Korean banks are closed, as month × 100 + day of the month: the public holidays of the
    /// Regulations on Holidays of Public Agencies (a Presidential Decree), the feasts of the lunar calendar and the
    /// substitute holidays among them (since 2014, for more feasts since 2021 and 2023), and Labour Day, on which banks
    /// rest by the act of that name and since 2026 everyone.
    ///
    /// Days that were set for once: elections (2024-04-10, 2025-06-03, 2026-06-03, 2028-04-12) and temporary holidays
    /// (2024-10-01, 2025-01-27). Those that are announced later, and the elections of 2030, are not in it. Before 2024
    /// and after 2030 nothing is known: every weekday counts as open, so what is held may seem stale on a holiday, but
    /// never fresh when it is not.
    private static let koreanClosuresByYear = [
        2024: [101, 209, 212, 301, 410, 501, 506, 515, 606, 815, 916, 917, 918, 1001, 1003, 1009, 1225],
        2025: [101, 127, 128, 129, 130, 303, 501, 505, 506, 603, 606, 815, 1003, 1006, 1007, 1008, 1009, 1225],
        2026: [101, 216, 217, 218, 302, 501, 505, 525, 603, 717, 817, 924, 925, 1005, 1009, 1225],
        2027: [101, 208, 209, 301, 503, 505, 513, 719, 816, 914, 915, 916, 1004, 1011, 1227],
        2028: [126, 127, 128, 301, 412, 501, 502, 505, 606, 717, 815, 1002, 1003, 1004, 1005, 1009, 1225],
        2029: [101, 212, 213, 214, 301, 501, 507, 521, 606, 717, 815, 921, 924, 1003, 1009, 1225],
        2030: [101, 204, 205, 301, 501, 506, 509, 606, 717, 815, 911, 912, 913, 1003, 1009, 1225],
    ]

    private static let koreanClosures = Set(
        koreanClosuresByYear.flatMap { year, days in
            days.map { Day(civilYear: year, month: $0 / 100, day: $0 % 100) }
        })
}
