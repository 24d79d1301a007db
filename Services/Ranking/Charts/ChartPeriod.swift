import SharedDomain

/// The stretches of time that there are charts of.
enum ChartPeriod: String, Sendable, CaseIterable {
    /// Today so far, against all of yesterday.
    case daily

    /// The days that the chart counts when it is `today`.
    func window(on today: Day) -> ClosedRange<Day> {
        switch self {
        case .daily: today...today
        }
    }

    /// The days that the chart is compared with.
    func previousWindow(on today: Day) -> ClosedRange<Day> {
        switch self {
        case .daily: today.adding(days: -1)...today.adding(days: -1)
        }
    }
}
