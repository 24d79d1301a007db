import SharedDomain

/// When the ECB published, or will, from the end of 2025 to the beginning of 2027, worked out by hand: on weekdays but
/// TARGET's closing days (the ECB's own list), at 16:00 in Frankfurt, which is 14:00 UTC in summer and 15:00 in winter.
/// Python's `zoneinfo` gives the same instants.
enum ECBYear {
    struct Publication: Sendable {
        let day: Day
        let instant: Instant
    }

    private static let closingDays: Set<String> = [
        "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25", "2027-01-01",
    ]

    /// 2026-03-29 until 2026-10-25, both Sundays.
    private static let summer = "2026-03-29"..<"2026-10-25"

    /// Oldest first.
    static let publications: [Publication] = {
        // 2025-12-22, a Monday, is 20,444 days after 1970-01-01.
        (0..<385).compactMap { offset in
            let day = Day(number: 20_444 + Int32(offset))
            guard offset % 7 < 5, !closingDays.contains("\(day)") else { return nil }
            let hour: Int64 = summer.contains("\(day)") ? 14 : 15
            return Publication(day: day, instant: Instant(seconds: Int64(day.number) * 86_400 + hour * 3600))
        }
    }()
}
