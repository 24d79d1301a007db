import SharedDomain

/// What a point of a series stands for.
enum SeriesInterval: String, CaseIterable, Sendable {
    /// An hour of UTC.
    case hourly
    case daily
    /// A week of ISO 8601, from Monday on.
    case weekly
    /// A month of the calendar.
    case monthly

    /// The day that stands for the stretch a day lies in: the day itself, its Monday, or the first of its month.
    func firstDay(of day: Day) -> Day {
        switch self {
        case .hourly, .daily: day
        case .weekly: day.adding(days: 1 - day.weekday)
        case .monthly: day.adding(days: 1 - day.components.day)
        }
    }

    /// The last day of the stretch that begins on a day.
    func lastDay(from first: Day) -> Day {
        switch self {
        case .hourly, .daily: first
        case .weekly: first.adding(days: 6)
        // No month is longer than 31 days, and none shorter than 28.
        case .monthly: firstDay(of: first.adding(days: 31)).adding(days: -1)
        }
    }
}
