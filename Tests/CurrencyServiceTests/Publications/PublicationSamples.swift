import Foundation
import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting

@testable import CurrencyService

/// A sheet of a source that publishes several a day: at that hour in UTC of the given day, recorded so many seconds
/// after the day's beginning.
func publication(_ date: String, hour: Int, _ prices: [String: String], recordedAfter seconds: Int) throws -> Sheet {
    let start = try day(date).start(in: .gmt)
    return try Sheet(
        source: .ecb, pivot: .eur, day: day(date), publishedAt: start.advanced(by: .seconds(hour * 3600)),
        recordedAt: start.advanced(by: .seconds(seconds)),
        quotes: prices.map { try Quote(currency: code($0.key), price: decimal($0.value), direction: .perPivot) })
}

extension Sheet {
    /// The day, the hour of publication in UTC, and every quote: `2026-10-30 4: JPY 170, USD 1.1`.
    var text: String {
        let hour = publishedAt.milliseconds / 3_600_000 % 24
        return "\(day) \(hour): " + quotes.map { "\($0.currency) \($0.price)" }.joined(separator: ", ")
    }
}

extension Bench {
    /// The sheets that rates are served from, oldest first; the same from the store and in memory, or a failed test.
    func closes() async throws -> [Sheet] {
        let stored = try await store.read { db in
            try SheetTable(db: db).sheets(of: .ecb, from: day("2026-01-01"), through: day("2026-12-31"))
        }
        let served = (holdings.rates.sources.first?.sheets ?? []).sorted { $0.day < $1.day }
        guard Array(stored.suffix(served.count)) == served, stored.isEmpty == served.isEmpty else {
            throw TestFailure("the store has \(stored.map(\.text)), memory \(served.map(\.text))")
        }
        return stored
    }

    /// Takes in the days as history tells them.
    func hydrate(_ sheets: [Sheet]) async throws {
        try await store.write { db in
            try holdings.follow(try SheetIntake(db: db).take(sheets, from: .history), in: db)
        }
    }
}
