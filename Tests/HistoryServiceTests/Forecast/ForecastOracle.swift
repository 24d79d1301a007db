import Foundation
import SharedTesting

/// What pandas and numpy say of a forecast: see Tests/Oracles/history/forecast.py.
struct ForecastOracle: Decodable, Sendable, CustomStringConvertible {
    let target: String
    let base: String
    /// The last day that is known.
    let to: String
    let days: Int
    /// The points of the last unbroken run.
    let observations: Int
    /// The next days that the ECB's file has a sheet of; none where it ends.
    let dates: [String]
    /// 0 where the run is too short.
    let origins: Int
    let checked: Int?
    /// The days of the first and the last origin.
    let first: String?
    let last: String?
    /// For each day ahead the rate, low and high of 80 %, low and high of 95 %.
    let points: [[Double]]?
    /// For each day ahead the error, that of no change, the coverage of 80 % and of 95 %.
    let trials: [[Double]]?
    /// The same of all together.
    let trial: [Double]?

    var description: String { "\(target)/\(base) up to \(to)" }

    static let cases: [ForecastOracle] = {
        do {
            let path = URL(filePath: #filePath).appending(path: "../../../Oracles/history/forecast.json")
            return try JSONDecoder().decode([ForecastOracle].self, from: Data(contentsOf: path.standardizedFileURL))
        } catch {
            fatalError("the expected forecasts cannot be read: \(error)")
        }
    }()
}
