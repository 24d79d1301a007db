import Foundation
import SharedDomain

/// The figures of a chart as texts: computed exactly, and rounded once.
struct ChartFigures: Sendable {
    /// Digits after the point of every rate.
    private let decimals: Int
    private let series: CrossSeries

    /// - Parameter rates: from the lowest of the series to the highest; positive.
    init(_ series: CrossSeries, rates: ClosedRange<Double>) {
        self.series = series
        // Six significant digits of the highest, and enough that the lowest is another number than the highest.
        let digits = Int(log10(rates.upperBound).rounded(.down)) + 1
        let spread = rates.upperBound - rates.lowerBound
        let toTellApart = spread > rates.upperBound * 1e-10 ? 2 - Int(log10(spread).rounded(.down)) : 0
        decimals = min(max(0, 6 - digits, toTellApart), max(0, 12 - digits))
    }

    /// The rate at a place.
    ///
    /// - Throws: as `ExactCross.rate`: never for a rate of published figures.
    func rate(at place: Int) throws(ServiceError) -> String {
        let digits = ChartNumber.significantDigits(of: series.rates[place], decimals: decimals) ?? 1
        let rate = try series.crosses[place].rate(significantDigits: min(digits, ExactDecimal.mostDigits))
        return ChartNumber.text(rate, decimals: decimals)
    }

    /// What the last rate of a stretch is above its first; nil of fewer than two.
    struct Change: Sendable, Equatable {
        /// With its sign: `▼ 94.24`, `0.00` where nothing changed.
        let amount: String
        /// With its sign: `−6.59%`.
        let percent: String
    }

    /// The change over a stretch of the series; nil of fewer than two points.
    ///
    /// - Throws: as `rate`.
    func change(over run: Range<Int>) throws(ServiceError) -> Change? {
        guard run.count > 1, let first = run.first, let last = run.last else { return nil }
        let (before, after) = (series.crosses[first], series.crosses[last])
        let part = (series.rates[last] / series.rates[first] - 1) * 100
        let percentDecimals = abs(part) < 0.1 ? 4 : 2
        var percent = ExactDecimal.zero
        if let digits = ChartNumber.significantDigits(of: abs(part), decimals: percentDecimals) {
            percent = try after.changePercent(since: before, significantDigits: min(digits, 34))
        }
        var amount = ExactDecimal.zero
        let difference = abs(series.rates[last] - series.rates[first])
        if let digits = ChartNumber.significantDigits(of: difference, decimals: decimals) {
            amount = try after.change(since: before, significantDigits: min(digits, 34))
        }
        let arrow = amount.signum > 0 ? "▲ " : amount.signum < 0 ? "▼ " : ""
        let size = ChartNumber.text(amount, decimals: decimals).drop { $0 == "−" }
        let sign = percent.signum > 0 ? "+" : ""
        return Change(
            amount: "\(arrow)\(size)", percent: "\(sign)\(ChartNumber.text(percent, decimals: percentDecimals))%")
    }
}
