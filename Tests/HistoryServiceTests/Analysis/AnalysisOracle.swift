/// What pandas, numpy, scipy and TA-Lib say of a window: a line of analyses.jsonl.
struct AnalysisOracle: Sendable, Decodable, CustomStringConvertible {
    static let cases = OracleFile.cases("analyses.jsonl", of: AnalysisOracle.self)

    let target: String
    let base: String
    /// A period, or the days as `from..to`.
    let window: String
    let count: Int
    let first: String?
    let last: String?
    let current: Double?
    let average: Double?
    let minimum: Double?
    let minimumDay: String?
    let maximum: Double?
    let maximumDay: String?
    let totalChange: Double?
    let totalChangePercent: Double?
    let volatility: Double?
    let volatilityIndex: Double?
    let slope: Double?
    let direction: String
    let correlation: Double?
    let support: Double?
    let resistance: Double?
    let percentile: Double?
    let warmUp: Int
    let indicators: Indicators
    let monthCount: Int
    /// All of up to three; of more the first and the last.
    let months: [Month]

    var description: String { "\(target)/\(base) \(window)" }

    /// At the end of the window, after everything since the last gap.
    struct Indicators: Sendable, Decodable {
        let sma20: Double?
        let sma50: Double?
        let ema12: Double?
        let ema26: Double?
        let macd: Double?
        let macdSignal: Double?
        let macdHistogram: Double?
        let rsi: Double?
        let bollingerUpper: Double?
        let bollingerMiddle: Double?
        let bollingerLower: Double?
    }

    struct Month: Sendable, Decodable {
        let month: String
        let average: Double
        let minimum: Double
        let maximum: Double
        let changePercent: Double
        let volatility: Double?
    }
}
