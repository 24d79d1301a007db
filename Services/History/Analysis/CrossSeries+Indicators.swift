/// The indicators that an answer shows, at every point of the series. Each begins anew after a gap: the rates of before
/// say nothing about those after.
extension CrossSeries {
    /// The simple average of each rate and those before it, `count` in all; nil of fewer since the last gap.
    func simpleAverages(over count: Int) -> [Double?] {
        withinRuns { MovingAverage.simple($0, over: count) }
    }

    /// The exponential average at each rate; nil of fewer than `count` since the last gap.
    func exponentialAverages(over count: Int) -> [Double?] {
        withinRuns { MovingAverage.exponential($0, over: count) }
    }

    /// Bollinger's bands at each rate: 20 rates, two deviations; nil of fewer since the last gap.
    var bollingerBands: [BollingerBands?] {
        withinRuns {
            BollingerBands.bands(
                $0, over: TechnicalIndicators.bollingerCount, deviations: TechnicalIndicators.bollingerDeviations)
        }
    }

    /// What an indicator gives for each unbroken run on its own, one after another.
    func withinRuns<Value>(_ indicator: ([Double]) -> [Value?]) -> [Value?] {
        unbrokenRuns.flatMap { indicator(Array(rates[$0])) }
    }
}
