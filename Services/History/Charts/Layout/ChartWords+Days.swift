import SharedDomain

/// Windows, days and months.
extension ChartWords {
    func name(of window: SeriesQuestion.Window) -> String {
        switch window {
        case .period(let period): name(of: period)
        case .days(let from, let to): name(from: from, to: to)
        }
    }

    /// `2008-12-10 ~ 2018-01-31`; open where a day is nil.
    func name(from first: Day?, to last: Day?) -> String {
        "\(first?.description ?? "") ~ \(last?.description ?? "")".trimmed
    }

    private func name(of period: Period) -> String {
        switch period {
        case .oneWeek: choose("1주", "1 week")
        case .twoWeeks: choose("2주", "2 weeks")
        case .oneMonth: choose("1개월", "1 month")
        case .threeMonths: choose("3개월", "3 months")
        case .sixMonths: choose("6개월", "6 months")
        case .oneYear: choose("1년", "1 year")
        case .twoYears: choose("2년", "2 years")
        case .threeYears: choose("3년", "3 years")
        case .fiveYears: choose("5년", "5 years")
        case .tenYears: choose("10년", "10 years")
        case .max: choose("전체 기간", "all held")
        }
    }

    func dayLabel(_ day: Day, withYear: Bool) -> String {
        let (year, month, dayOfMonth) = day.components
        let korean = "\(month)월 \(dayOfMonth)일"
        let english = "\(Self.months[month - 1]) \(dayOfMonth)"
        return withYear ? choose("\(year)년 \(korean)", "\(english), \(year)") : choose(korean, english)
    }

    /// January is labelled with its year.
    func monthLabel(_ day: Day, withYear: Bool) -> String {
        let (year, month, _) = day.components
        if month == 1 { return choose("\(year)년", "\(year)") }
        let english = Self.months[month - 1]
        return withYear ? choose("\(year)년 \(month)월", "\(english) \(year)") : choose("\(month)월", english)
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension String {
    fileprivate var trimmed: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return text
    }
}
