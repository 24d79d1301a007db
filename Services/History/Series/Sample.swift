/// The statistics of numbers in binary64. Each is nil where it is not defined.
enum Sample {
    /// The arithmetic mean; nil of nothing.
    static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// The sample standard deviation, n − 1 in the denominator; nil of fewer than two.
    static func deviation(_ values: [Double]) -> Double? {
        guard values.count > 1, let mean = mean(values) else { return nil }
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }

    /// Pearson's correlation of two samples of one length; nil of fewer than three pairs (two always lie on one
    /// line), and when either is constant.
    static func correlation(_ ones: [Double], _ others: [Double]) -> Double? {
        guard ones.count == others.count, ones.count > 2, let meanOfOnes = mean(ones), let meanOfOthers = mean(others)
        else { return nil }
        var (products, squaresOfOnes, squaresOfOthers) = (0.0, 0.0, 0.0)
        for (one, other) in zip(ones, others) {
            let (x, y) = (one - meanOfOnes, other - meanOfOthers)
            products += x * y
            squaresOfOnes += x * x
            squaresOfOthers += y * y
        }
        guard squaresOfOnes > 0, squaresOfOthers > 0 else { return nil }
        // Rounding may carry it a unit of the last place beyond its bounds.
        return min(1, max(-1, products / (squaresOfOnes * squaresOfOthers).squareRoot()))
    }

    /// The slope of the least-squares line through the points; nil of fewer than two different x.
    static func slope(_ xs: [Double], _ ys: [Double]) -> Double? {
        guard xs.count == ys.count, let meanOfX = mean(xs), let meanOfY = mean(ys) else { return nil }
        var (products, squares) = (0.0, 0.0)
        for (x, y) in zip(xs, ys) {
            products += (x - meanOfX) * (y - meanOfY)
            squares += (x - meanOfX) * (x - meanOfX)
        }
        return squares > 0 ? products / squares : nil
    }

    /// The value below which such a part of the values lies, interpolated linearly between the two nearest of them in
    /// order (the seventh definition of Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996); nil of
    /// nothing.
    ///
    /// - Parameter part: 0 to 1.
    static func quantile(_ values: [Double], _ part: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let place = min(max(part, 0), 1) * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }

    /// Where a value stands among values, 0 to 100: the percentage of them that are lower, those equal counted by
    /// half; nil of nothing.
    static func percentile(of value: Double, among values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let halves = values.reduce(0) { $0 + ($1 < value ? 2 : $1 == value ? 1 : 0) }
        return Double(halves) / Double(2 * values.count) * 100
    }

    /// What each value is above the one before, as a part of that, where no more than `SeriesBreak.longestSilence`
    /// lies between their days: from one run of a series to the next there is no return.
    static func returns(_ values: [Double], days: [Int32]) -> [Double] {
        var returns: [Double] = []
        returns.reserveCapacity(values.count)
        for place in values.indices.dropFirst() where !SeriesBreak.separates(days[place - 1], days[place]) {
            returns.append(values[place] / values[place - 1] - 1)
        }
        return returns
    }
}
