/// The bands of John Bollinger around a simple average.
struct BollingerBands: Sendable {
    /// The average plus so many deviations.
    let upper: Double
    /// The average.
    let middle: Double
    /// The average less so many deviations.
    let lower: Double

    /// The bands at each value, from it and those before it, `count` in all; nil as long as there are fewer. The
    /// deviation is that of a population: n in the denominator.
    static func bands(_ values: [Double], over count: Int, deviations: Double) -> [BollingerBands?] {
        zip(values.indices, MovingAverage.simple(values, over: count)).map { place, mean in
            guard let mean else { return nil }
            let squares = values[(place + 1 - count)...place].reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let width = deviations * (squares / Double(count)).squareRoot()
            return BollingerBands(upper: mean + width, middle: mean, lower: mean - width)
        }
    }
}
