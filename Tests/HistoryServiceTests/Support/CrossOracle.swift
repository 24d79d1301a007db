import SharedDomain

@testable import HistoryService

/// What exact fractions say of a cross of two figures, and of its change since an earlier one.
struct CrossOracle: Sendable, CustomStringConvertible {
    /// Coefficient, exponent, unit, direction.
    typealias Published = (coefficient: Int64, exponent: Int8, unit: UInt8, direction: QuoteDirection)

    let target: Published
    let base: Published
    let earlierTarget: Published
    let earlierBase: Published
    let digits: Int
    let rate: String
    let change: String
    let changePercent: String

    var description: String { "\(target) in \(base), \(digits) digits" }

    var cross: ExactCross { ExactCross(target: Figure(target), base: Figure(base)) }
    var earlier: ExactCross { ExactCross(target: Figure(earlierTarget), base: Figure(earlierBase)) }
}

extension Figure {
    fileprivate init(_ published: CrossOracle.Published) {
        self.init(
            coefficient: published.coefficient, exponent: published.exponent, unit: published.unit,
            direction: published.direction)
    }
}
