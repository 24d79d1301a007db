/// The indicators at the last of some rates, oldest first, that follow one another without a gap. Each is nil as long
/// as there are too few rates for it.
struct TechnicalIndicators: Sendable {
    /// How many rates the simple averages are of.
    static let simpleCounts = (short: 20, long: 50)
    /// How many rates the exponential averages begin with: those of MACD.
    static let exponentialCounts = (fast: 12, slow: 26, signal: 9)
    /// How many changes the relative strength index begins with.
    static let strengthCount = 14
    /// How many rates Bollinger's bands are of.
    static let bollingerCount = 20
    /// The deviations between the middle of Bollinger's bands and either of them.
    static let bollingerDeviations = 2.0

    let shortAverage: Double?
    let longAverage: Double?
    let fastAverage: Double?
    let slowAverage: Double?
    /// The fast average less the slow one.
    let convergence: Double?
    let convergenceSignal: Double?
    let convergenceHistogram: Double?
    /// 0 to 100.
    let relativeStrength: Double?
    let bollinger: BollingerBands?

    init(of rates: [Double]) {
        shortAverage = Self.mean(ofLast: Self.simpleCounts.short, of: rates)
        longAverage = Self.mean(ofLast: Self.simpleCounts.long, of: rates)
        let counts = Self.exponentialCounts
        fastAverage = MovingAverage.exponential(rates, over: counts.fast).last.flatMap(\.self)
        slowAverage = MovingAverage.exponential(rates, over: counts.slow).last.flatMap(\.self)
        let convergence = MovingAverageConvergence(
            rates, fast: counts.fast, slow: counts.slow, signal: counts.signal)
        self.convergence = convergence.line.last.flatMap(\.self)
        convergenceSignal = convergence.signal.last.flatMap(\.self)
        convergenceHistogram = convergence.histogram.last.flatMap(\.self)
        relativeStrength = RelativeStrength.index(rates, over: Self.strengthCount).last.flatMap(\.self)
        bollinger = BollingerBands.bands(
            Array(rates.suffix(Self.bollingerCount)), over: Self.bollingerCount, deviations: Self.bollingerDeviations
        ).last.flatMap(\.self)
    }

    private static func mean(ofLast count: Int, of rates: [Double]) -> Double? {
        rates.count < count ? nil : Sample.mean(Array(rates.suffix(count)))
    }
}
