/// What a point of a chart stands for.
enum ChartInterval: String, CaseIterable, Sendable {
    case daily
    case weekly
    case monthly

    /// The most days that a chart of days reaches over: two years.
    static let mostDaysOfDaily = 732
    /// The most days that a chart of weeks reaches over: ten years.
    static let mostDaysOfWeekly = 3660

    /// What makes a few hundred points of so many days.
    init(days: Int) {
        self = days <= Self.mostDaysOfDaily ? .daily : days <= Self.mostDaysOfWeekly ? .weekly : .monthly
    }

    /// The same as the interval of a series.
    var ofSeries: SeriesInterval {
        switch self {
        case .daily: .daily
        case .weekly: .weekly
        case .monthly: .monthly
        }
    }
}
