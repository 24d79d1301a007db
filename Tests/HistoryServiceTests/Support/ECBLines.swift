import SharedContracts
import SharedDomain
import SharedTesting

@testable import HistoryService

/// The ECB's file as text: what each day quotes, digit for digit, read without any of our numbers.
enum ECBLines {
    /// `CODE digits` of every quote, by currency; by the day's number.
    static let quotes: [Int32: [String]] = {
        do {
            return try read()
        } catch {
            fatalError("the shipped file cannot be read: \(error)")
        }
    }()

    /// Every day, ascending.
    static let days = quotes.keys.sorted()

    private static func read() throws -> [Int32: [String]] {
        let lines = try ECBFile.text().split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        }
        guard let header = lines.first else { throw TestFailure("no line at all") }
        var quotes: [Int32: [String]] = [:]
        for line in lines.dropFirst() {
            let published = zip(header, line).dropFirst().filter { !$0.0.isEmpty && !$0.1.isEmpty && $0.1 != "N/A" }
            quotes[try day(line[0]).number] = published.map { "\($0.0) \($0.1)" }.sorted()
        }
        return quotes
    }
}

extension CommonV1Sheet {
    /// `CODE digits` of every quote, in the order they came in.
    var quoteTexts: [String] {
        get throws { try quotes.map { "\($0.currency) \(try ExactDecimal($0.price))" } }
    }
}
