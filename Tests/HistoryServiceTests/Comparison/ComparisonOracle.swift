/// What pandas and numpy say of several currencies over a window: a line of comparisons.jsonl.
struct ComparisonOracle: Sendable, Decodable, CustomStringConvertible {
    static let cases = OracleFile.cases("comparisons.jsonl", of: ComparisonOracle.self)

    let targets: [String]
    let base: String
    /// A period, or the days as `from..to`.
    let window: String
    let currencies: [Entry]
    /// Each pair once, in the order of the targets.
    let correlations: [Double?]
    let best: String?
    let worst: String?
    let mostVolatile: String?
    let leastVolatile: String?

    var description: String { "\(targets.joined(separator: ",")) in \(base), \(window)" }

    struct Entry: Sendable, Decodable {
        let currency: String
        let count: Int
        let changePercent: Double?
        let volatility: Double?
        let sharpe: Double?
        let rank: Int?
    }
}
