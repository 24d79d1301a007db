import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SharedHTTP
import SharedTesting

@testable import HistoryService

/// Questions with what Tests/Oracles/history/frankfurter.py says of them.
struct FrankfurterTable {
    struct Row {
        /// The path and the query.
        let request: String
        let status: Int
        /// The whole body.
        let body: String
    }

    /// The lines after a `#`, without it.
    let notes: [String]
    let rows: [Row]

    /// Reads a file that the script wrote: lines of `request | status | body`.
    init(_ name: String) throws {
        let lines = try Self.lines(name)
        notes = lines.filter { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
        rows = try lines.filter { !$0.hasPrefix("#") }.map { line in
            let parts = line.components(separatedBy: " | ")
            guard parts.count == 3, let status = Int(parts[1]) else { throw TestFailure("\(name): \(line)") }
            return Row(request: parts[0], status: status, body: parts[2])
        }
    }

    static func lines(_ name: String) throws -> [String] {
        let path = URL(filePath: #filePath).appending(path: "../../../Oracles/history/frankfurter/\(name)")
        let text = try String(contentsOf: path.standardizedFileURL, encoding: .utf8)
        return text.split(separator: "\n").map { String($0) }
    }

    /// Every row that is answered otherwise, with what it is answered.
    func mismatches(_ memory: SeriesMemory, at time: HandMovedTime = HandMovedTime()) async throws -> [String] {
        let edge = try makeEdge(memory, time)
        return try await edge.application.test(.router) { client in
            var found: [String] = []
            for row in rows {
                let response = try await client.executeRequest(
                    uri: row.request, method: .get, headers: [:], body: nil)
                let body = String(buffer: response.body)
                if response.status.code != row.status || body != row.body {
                    found.append("\(row.request): \(response.status.code) \(body), not \(row.status) \(row.body)")
                }
            }
            return found
        }
    }
}
