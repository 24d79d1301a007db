import Foundation
import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

/// What exact fractions say of the bars of random figures: see Tests/Oracles/history/bars.py.
struct BarOracle: Sendable, CustomTestStringConvertible {
    let figures: [Figure]
    /// Open, high, low, close, average and average of the inverses.
    let expected: [String]

    var testDescription: String { "\(figures.count) figures, \(expected)" }

    static func read() throws -> [BarOracle] {
        let path = URL(filePath: #filePath).appending(path: "../../../Oracles/history/bars.txt").standardizedFileURL
        return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map { line in
            let fields = line.split(separator: " ").map(String.init)
            guard let unit = UInt8(fields[0]) else { throw TestFailure("\(line)") }
            return BarOracle(
                figures: try fields[1].split(separator: ",").map { try figure(String($0), unit) },
                expected: Array(fields.dropFirst(2)))
        }
    }

    private static func figure(_ text: String, _ unit: UInt8) throws -> Figure {
        let parts = text.split(separator: "e")
        guard let coefficient = Int64(parts[0]), let exponent = Int8(parts[1]) else { throw TestFailure(text) }
        return Figure(coefficient: coefficient, exponent: exponent, unit: unit, direction: .perPivot)
    }
}

extension Figure {
    /// Digits and exponent, without zeros at the end.
    var canonicalText: String {
        get throws {
            let price = try price.canonical
            return "\(price.coefficient)e\(price.exponent)"
        }
    }
}

extension CrossBar {
    /// `open high low close average count`, at ten digits.
    var text: String {
        get throws {
            let rates = try [open, high, low, close].map { "\(try $0.rate(significantDigits: 10))" }
            return (rates + [String(format: "%.9g", average), "\(count)"]).joined(separator: " ")
        }
    }
}

extension Store {
    /// Every row of bars, in the order of their keys.
    func barRows() async throws -> [String] {
        try await read { db in try Row.fetchAll(db, sql: "SELECT * FROM bar").map { "\($0)" } }
    }

    /// How many rows a table has.
    func count(of table: String) async throws -> Int {
        try await read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    }
}

/// A publication of the Bank of Korea, in won, at an hour of a day by UTC; recorded so many milliseconds after the rest.
func publication(
    _ date: String, hour: Int, minute: Int = 0, _ prices: [String: String], unit: Int = 1, recordedAfter: Int = 0
) throws -> Sheet {
    try Sheet(
        source: bok, pivot: .krw, day: day(date),
        publishedAt: day(date).instant(hour: hour, minute: minute, in: .gmt),
        recordedAt: ECBFile.recordedAt.advanced(by: .milliseconds(recordedAfter)),
        quotes: prices.map {
            try Quote(currency: code($0.key), price: decimal($0.value), unit: unit, direction: .inPivot)
        })
}
