/// A stretch of days that ends at the newest observation held.
package enum Period: String, Sendable, CaseIterable {
    case oneWeek = "1w"
    case twoWeeks = "2w"
    case oneMonth = "1m"
    case threeMonths = "3m"
    case sixMonths = "6m"
    case oneYear = "1y"
    case twoYears = "2y"
    case threeYears = "3y"
    case fiveYears = "5y"
    case tenYears = "10y"
    case max

    /// The first day, itself included, of the period that ends on `end`; nil when it reaches back to everything held.
    /// A month back from a day that the earlier month lacks is that month's last day.
    package func start(endingOn end: Day) -> Day? {
        switch self {
        case .oneWeek: end.adding(days: -7)
        case .twoWeeks: end.adding(days: -14)
        case .oneMonth: end.adding(months: -1)
        case .threeMonths: end.adding(months: -3)
        case .sixMonths: end.adding(months: -6)
        case .oneYear: end.adding(months: -12)
        case .twoYears: end.adding(months: -24)
        case .threeYears: end.adding(months: -36)
        case .fiveYears: end.adding(months: -60)
        case .tenYears: end.adding(months: -120)
        case .max: nil
        }
    }
}
