import Foundation
import SharedDomain
import SharedTesting

/// The European Central Bank's own file, as it is shipped, read in the simplest way.
enum ECBFile {
    /// When the tests take all sheets to have been recorded.
    static let recordedAt = Instant(milliseconds: 1_793_372_400_000)

    /// Every sheet, oldest first.
    static let sheets: [Sheet] = {
        do {
            return try read()
        } catch {
            fatalError("the shipped file cannot be read: \(error)")
        }
    }()

    /// The sheets from one day to another, oldest first.
    static func sheets(from first: String = "1999-01-04", through last: String = "2026-10-30") throws -> [Sheet] {
        guard let first = Day(first), let last = Day(last) else { throw TestFailure("\(first), \(last): not days") }
        return sheets.filter { first <= $0.day && $0.day <= last }
    }

    private static func read() throws -> [Sheet] {
        let path = URL(filePath: #filePath).appending(path: "../../../../Services/Ingestor/Seed/eurofxref-hist.csv")
        let text = try String(contentsOf: path.standardizedFileURL, encoding: .utf8)
        let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map(Substring.init)
        let codes = try lines[0].split(separator: ",").dropFirst().map { name in
            guard let code = CurrencyCode(name) else { throw TestFailure("\(name): not a code") }
            return code
        }
        return try lines.dropFirst().map { try sheet(of: $0, codes) }.reversed()
    }

    private static func sheet(of line: Substring, _ codes: [CurrencyCode]) throws -> Sheet {
        let fields = line.utf8.split(separator: UInt8(ascii: ",")).map(Substring.init)
        guard let day = Day(fields[0]) else { throw TestFailure("\(fields[0]): not a day") }
        let quotes = try zip(codes, fields.dropFirst()).compactMap { code, field -> Quote? in
            if field == "N/A" { return nil }
            guard let price = ExactDecimal(field) else { throw TestFailure("\(field): not a number") }
            return try Quote(currency: code, price: price, direction: .perPivot)
        }
        return try Sheet(
            source: .ecb, pivot: .eur, day: day, publishedAt: PublicationCalendar.ecb.publishedAt(day),
            recordedAt: recordedAt, quotes: quotes)
    }
}
