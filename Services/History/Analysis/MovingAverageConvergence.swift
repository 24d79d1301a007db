/// The convergence and divergence of two exponential averages (MACD, Gerald Appel), one of each for each value.
///
/// Both averages begin as every other exponential average does, so that the line is the difference of the two that an
/// answer shows. TA-Lib begins the fast one where the slow one begins; after 250 values the two ways agree to less
/// than 10^-8.
struct MovingAverageConvergence: Sendable {
    /// The fast average less the slow one; nil as long as there is no slow one.
    let line: [Double?]
    /// The exponential average of the line, which begins with the mean of its first values; nil before.
    let signal: [Double?]

    /// The line less its signal; nil as long as there is no signal.
    var histogram: [Double?] {
        zip(line, signal).map { line, signal in
            guard let line, let signal else { return nil }
            return line - signal
        }
    }

    init(_ values: [Double], fast: Int, slow: Int, signal count: Int) {
        let averages = zip(
            MovingAverage.exponential(values, over: fast), MovingAverage.exponential(values, over: slow))
        line = averages.map { fast, slow in
            guard let fast, let slow else { return nil }
            return fast - slow
        }
        var average = ExponentialAverage(over: count)
        signal = line.map { $0.flatMap { average.add($0) } }
    }
}
