import Foundation

/// A file of expected values beside the oracle that wrote it: one case to a line, as JSON.
enum OracleFile {
    /// The cases of `Tests/Oracles/history/<name>`.
    static func cases<Case: Decodable>(_ name: String, of type: Case.Type = Case.self) -> [Case] {
        do {
            let path = URL(filePath: #filePath).appending(path: "../../../Oracles/history/\(name)")
            let text = try String(contentsOf: path.standardizedFileURL, encoding: .utf8)
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            return try text.split(separator: "\n").map { try decoder.decode(Case.self, from: Data($0.utf8)) }
        } catch {
            fatalError("\(name) cannot be read: \(error)")
        }
    }
}
