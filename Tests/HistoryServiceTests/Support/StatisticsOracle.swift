/// What pandas and numpy say of a window.
struct StatisticsOracle: Sendable, CustomStringConvertible {
    let target: String
    let base: String
    /// A period, or the days as `from..to`.
    let window: String
    let count: Int
    let first: String?
    let last: String?
    let average: Double?
    let minimum: Double?
    let minimumDay: String?
    let maximum: Double?
    let maximumDay: String?
    let volatility: Double?
    let slope: Double?
    let direction: String
    let correlation: Double?

    var description: String { "\(target)/\(base) \(window)" }
}
