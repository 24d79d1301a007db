import Foundation
import SharedDomain
import SharedTesting

@testable import HistoryService

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

    /// A memory of every sheet, for tests that only read.
    static let memory: SeriesMemory = {
        do {
            var book = RateBook()
            for sheet in sheets { _ = try book.take(sheet) }
            return SeriesMemory(book)
        } catch {
            fatalError("the shipped file is not taken in: \(error)")
        }
    }()

    /// The sheets from one day to another, oldest first.
    static func sheets(from first: String = "1999-01-04", through last: String = "2026-10-30") throws -> [Sheet] {
        let days = try day(first)...day(last)
        return sheets.filter { days.contains($0.day) }
    }

    /// The file's text.
    static func text() throws -> String {
        let path = URL(filePath: #filePath).appending(path: "../../../../Services/Ingestor/Seed/eurofxref-hist.csv")
        return try String(contentsOf: path.standardizedFileURL, encoding: .utf8)
    }

    private static func read() throws -> [Sheet] {
        let text = try text()
        let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map(Substring.init)
        let codes = try lines[0].split(separator: ",").dropFirst().map { try code(String($0)) }
        return try lines.dropFirst().map { try sheet(of: $0, codes) }.reversed()
    }

    private static func sheet(of line: Substring, _ codes: [CurrencyCode]) throws -> Sheet {
        let fields = line.utf8.split(separator: UInt8(ascii: ",")).map(Substring.init)
        let date = try day(String(fields[0]))
        let quotes = try zip(codes, fields.dropFirst()).compactMap { code, field -> Quote? in
            field == "N/A" ? nil : try Quote(currency: code, price: decimal(String(field)), direction: .perPivot)
        }
        return try Sheet(
            source: .ecb, pivot: .eur, day: date, publishedAt: PublicationCalendar.ecb.publishedAt(date),
            recordedAt: recordedAt, quotes: quotes)
    }
}
