import SharedDomain

/// What one calendar month of a window amounts to.
struct MonthStatistics: Sendable {
    /// `YYYY-MM`.
    let month: String
    /// The mean of the rates.
    let average: Double
    let lowest: ExactCross
    let highest: ExactCross
    /// The last rate.
    let last: ExactCross
    /// The rate that the month's change is against: the last one before the month; where nothing of the window
    /// precedes, or a gap does, the month's own first one.
    let reference: ExactCross
    /// The sample standard deviation of the changes that end in the month, in percent; nil of fewer than two.
    let volatility: Double?

    /// The months of a series that have rates, in order.
    static func months(of series: CrossSeries) -> [MonthStatistics] {
        var months: [MonthStatistics] = []
        var start = 0
        var key = series.days.first.map(MonthKey.init)
        for place in 0..<series.count {
            let next = place + 1 < series.count ? MonthKey(series.days[place + 1]) : nil
            guard let current = key, next != current else { continue }
            months.append(MonthStatistics(of: start...place, in: series, month: current.text))
            start = place + 1
            key = next
        }
        return months
    }

    /// - Parameter places: those of the month, of which there is at least one.
    private init(of places: ClosedRange<Int>, in series: CrossSeries, month: String) {
        let first = places.lowerBound
        let follows = first > 0 && !SeriesBreak.separates(series.days[first - 1], series.days[first])
        let moves = (follows ? first - 1 : first)...places.upperBound
        let rates = series.rates
        let lowest = places.reduce(first) { rates[$1] < rates[$0] ? $1 : $0 }
        let highest = places.reduce(first) { rates[$1] > rates[$0] ? $1 : $0 }
        self.month = month
        average = rates[places].reduce(0, +) / Double(places.count)
        self.lowest = series.crosses[lowest]
        self.highest = series.crosses[highest]
        last = series.crosses[places.upperBound]
        reference = series.crosses[moves.lowerBound]
        volatility = Sample.deviation(Sample.returns(Array(rates[moves]), days: Array(series.days[moves])))
            .map { $0 * 100 }
    }
}

/// A month of a year.
private struct MonthKey: Equatable {
    let year: Int
    let month: Int

    /// The month of a day, as days since 1970-01-01.
    init(_ day: Int32) {
        let components = Day(number: day).components
        (year, month) = (components.year, components.month)
    }

    /// `YYYY-MM`.
    var text: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}
