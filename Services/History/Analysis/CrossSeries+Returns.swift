extension CrossSeries {
    /// What each rate is above the one before, as a part of that; none from before a gap to after it.
    var returns: [Double] { Sample.returns(rates, days: days) }

    /// Pearson's correlation of the returns of both series, taken over the days that both have; nil of fewer than three
    /// returns, and when either did not move.
    func correlation(with other: CrossSeries) -> Double? {
        if days == other.days { return Sample.correlation(returns, other.returns) }
        var (common, these, others): ([Int32], [Double], [Double]) = ([], [], [])
        var place = 0
        for (day, rate) in zip(days, rates) {
            while place < other.count, other.days[place] < day { place += 1 }
            guard place < other.count else { break }
            guard other.days[place] == day else { continue }
            common.append(day)
            these.append(rate)
            others.append(other.rates[place])
        }
        return Sample.correlation(Sample.returns(these, days: common), Sample.returns(others, days: common))
    }
}
