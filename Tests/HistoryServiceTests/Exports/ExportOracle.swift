import Foundation
import SharedTesting

/// What Tests/Oracles/history/exports/exports_oracle.py has written.
enum ExportOracle {
    /// How a question about prices is answered: in the form for Ledger, without comments.
    struct Prices: Sendable, CustomStringConvertible {
        let query: String
        let count: Int
        let digest: UInt64
        let first: String
        let last: String

        var description: String { query }
    }

    /// A file as it stands.
    static func text(_ name: String) throws -> String {
        let path = URL(filePath: #filePath).appending(path: "../../../Oracles/history/exports/\(name)")
        return try String(contentsOf: path.standardizedFileURL, encoding: .utf8)
    }

    /// Every question about prices.
    static let prices: [Prices] = {
        do {
            return try text("prices.txt").split(separator: "\n").map(Prices.init)
        } catch {
            fatalError("what is expected cannot be read: \(error)")
        }
    }()
}

extension ExportOracle.Prices {
    fileprivate init(line: Substring) throws {
        let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5, let count = Int(fields[1]), let digest = UInt64(fields[2], radix: 16) else {
            throw TestFailure("\(line): not an expectation")
        }
        self.init(query: fields[0], count: count, digest: digest, first: fields[3], last: fields[4])
    }
}
