import Foundation
import SharedTesting

/// What pandas says of random windows: the lines of Fixtures/Points.txt, whose form Oracles/history/points_oracle.py
/// describes.
struct PointOracle: Sendable, CustomStringConvertible {
    /// A point as `date rate change percent volume`, and of a week or month `partial`; nil where there is none to compare
    /// with.
    struct Point: Sendable {
        let date: String
        let rate: Double?
        let change: Double?
        let percent: Double?
        let volume: Int?
        let partial: Bool?

        init(_ text: String) {
            let parts = text.split(separator: " ").map(String.init)
            date = parts[0]
            rate = Double(parts[1])
            change = Double(parts[2])
            percent = Double(parts[3])
            volume = Int(parts[4])
            partial = parts.count > 5 ? Bool(parts[5]) : nil
        }
    }

    let fields: [String]

    var description: String { fields.prefix(6).joined(separator: " ") }

    /// A field as a number; nil of none.
    func number(_ place: Int) -> Double? { Double(fields[place]) }

    /// The first, the middle and the last point.
    var threePoints: [Point] { fields.suffix(3).map(Point.init) }

    /// The cases of one kind.
    static func cases(_ kind: String) -> [PointOracle] { all.filter { $0.fields[0] == kind } }

    private static let all: [PointOracle] = {
        do {
            let path = URL(filePath: #filePath).appending(path: "../../Fixtures/Points.txt").standardizedFileURL
            return try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }
                .map { PointOracle(fields: $0.split(separator: "|").map(String.init)) }
        } catch {
            fatalError("the fixture cannot be read: \(error)")
        }
    }()
}

extension Answer {
    /// The points of a series.
    var results: [[String: Any]] {
        get throws {
            guard let results = try member("data")["results"] as? [[String: Any]] else {
                throw TestFailure("no results: \(text.prefix(500))")
            }
            return results
        }
    }

    /// The breaks of a series as `kind currency last_before first_after other factor`, null as `-`.
    var breaks: [String] {
        get throws {
            let breaks = try member("data")["breaks"] as? [[String: Any]] ?? []
            return breaks.map { one in
                ["kind", "currency", "last_before", "first_after", "other", "factor"].map { name in
                    one[name].flatMap { $0 is NSNull ? nil : "\($0)" } ?? "-"
                }.joined(separator: " ")
            }
        }
    }
}
