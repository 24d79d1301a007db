import Foundation
import SharedDomain

/// Where rates stand on the upright axis, and at which of them it is marked.
struct ValueScale: Sendable {
    /// A mark of the axis.
    struct Tick: Sendable, Equatable {
        let value: ExactDecimal
        /// Pixels from the top of the chart.
        let y: Double
    }

    /// From the lowest rate to the highest.
    private let range: ClosedRange<Double>
    /// Where the highest rate stands, and the lowest, in pixels from the top of the chart.
    private let top: Double
    private let bottom: Double

    /// The scale on which the highest of some rates stands at `top` and the lowest at `bottom`; one that all have in
    /// common stands between. `bottom` is below `top`.
    init(_ rates: ClosedRange<Double>, top: Double, bottom: Double) {
        let isFlat = Self.isFlat(rates)
        let room = isFlat ? max(abs(rates.upperBound) * Self.roomAroundFlat, .leastNormalMagnitude) : 0
        range = rates.lowerBound - room...rates.upperBound + room
        self.top = top
        self.bottom = bottom
    }

    /// Whether the rates are one, but for what binary64 rounds.
    static func isFlat(_ rates: ClosedRange<Double>) -> Bool {
        rates.upperBound - rates.lowerBound <= abs(rates.upperBound) * 1e-12
    }

    private static let roomAroundFlat = 0.02

    /// Where a rate stands, in pixels from the top of the chart.
    func y(of rate: Double) -> Double {
        bottom - (rate - range.lowerBound) / (range.upperBound - range.lowerBound) * (bottom - top)
    }

    /// The marks between two places: about `count` of them, at least two, at whole multiples of one, two or five times
    /// a power of ten.
    func ticks(between above: Double, and below: Double, about count: Int) -> [Tick] {
        let perPixel = (range.upperBound - range.lowerBound) / (bottom - top)
        let highest = range.upperBound + (top - above) * perPixel
        let lowest = max(0, range.lowerBound - (below - bottom) * perPixel)
        guard highest > lowest else { return [] }
        var ticks: [Tick] = []
        // A step of 1, 2 or 5 may be so much longer than asked for that fewer than two of its multiples are within.
        for finer in [1, 2, 4] where ticks.count < 2 {
            let step = DecimalStep(atLeast: (highest - lowest) / Double(max(1, count) * finer))
            ticks = self.ticks(at: step, from: lowest, to: highest)
        }
        return ticks
    }

    private func ticks(at step: DecimalStep, from lowest: Double, to highest: Double) -> [Tick] {
        let first = (lowest / step.double).rounded(.up)
        let last = (highest / step.double).rounded(.down)
        guard first <= last, last < DecimalStep.mostMultiples else { return [] }
        return (Int(first)...Int(last)).compactMap { multiple in
            step.times(multiple).map { Tick(value: $0, y: y(of: $0.doubleValue)) }
        }
    }
}

/// One, two or five times a power of ten.
struct DecimalStep: Sendable, Equatable {
    let digit: Int
    let exponent: Int

    /// Beyond so many of them, binary64 no longer counts.
    static let mostMultiples = 1e15

    /// The smallest that is no smaller than a positive number.
    init(atLeast least: Double) {
        let power = Int(log10(least).rounded(.down))
        let part = least / DecimalPowers.double(1, tenTo: power)
        // Beyond 5 by no more than the rounding of the logarithm is 5.
        switch part {
        case ...1.000_000_001: (digit, exponent) = (1, power)
        case ...2.000_000_001: (digit, exponent) = (2, power)
        case ...5.000_000_001: (digit, exponent) = (5, power)
        default: (digit, exponent) = (1, power + 1)
        }
    }

    var double: Double { DecimalPowers.double(Double(digit), tenTo: exponent) }

    /// So many of it, exactly; nil beyond what decimals there are.
    func times(_ count: Int) -> ExactDecimal? {
        ExactDecimal(coefficient: Int128(digit) * Int128(count), exponent: exponent)
    }

    /// How many digits its multiples have after the point.
    var decimals: Int { max(0, -exponent) }
}
