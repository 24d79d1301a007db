import Foundation
import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService
@testable import HistoryService

/// What a day with several publications comes to is worked out by two services, each from the same events.
@Suite("Several publications of a day, in history and in currency", .timeLimit(.minutes(10)))
struct SeveralPublicationsTests {
    private let days = [Day(number: 20_755), Day(number: 20_756)]

    /// Publications, corrections and withdrawals of two days, in the order they were recorded.
    private func events(_ random: inout SplitMix64) throws -> [Sheet] {
        let codes = try ["GBP", "JPY", "KRW", "USD"].map { text in
            guard let code = CurrencyCode(text) else { throw TestFailure("\(text): not a code") }
            return code
        }
        return try (1...50).map { number in
            let day = days[Int.random(in: 0...1, using: &random)]
            let start = day.start(in: .gmt)
            var quoted = codes.filter { _ in Bool.random(using: &random) }
            if quoted.isEmpty { quoted = [codes[0]] }
            let quotes = try quoted.map { code in
                guard let price = ExactDecimal(coefficient: 1, exponent: Int.random(in: 1...3, using: &random)) else {
                    throw TestFailure("no price")
                }
                return try Quote(currency: code, price: price, direction: .perPivot)
            }
            return try Sheet(
                source: .ecb, pivot: .eur, day: day,
                publishedAt: start.advanced(by: .seconds(3600 * Int.random(in: 1...4, using: &random))),
                recordedAt: start.advanced(by: .seconds(number)), quotes: quotes)
        }
    }

    /// The days as history has them.
    private func closes(_ book: RateBook) throws -> [Sheet] {
        try days.compactMap { try book.sources[.ecb]?.sheet(on: $0.number) }
    }

    /// The days as currency has them.
    private func closes(_ store: Store) async throws -> [Sheet] {
        try await store.read { [days] db in
            try SheetTable(db: db).sheets(of: .ecb, from: days[0], through: days[1])
        }
    }

    @Test("the same events give the same closes, with the same instants", arguments: 1...20)
    func alike(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let events = try events(&random)
        try await withTemporaryStore(migrations: CurrencyMigrations.all) { store in
            var book = RateBook()
            for event in events {
                _ = try book.take(event)
                _ = try await store.write { try SheetIntake(db: $0).take([event]) }
                #expect(try await closes(store) == closes(book))
            }
        }
    }

    @Test(
        "what history tells in between, ahead of the events or behind them, leaves nothing else in the end",
        arguments: 1...40)
    func told(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let events = try events(&random)
        var (book, known) = (RateBook(), 0)
        try await withTemporaryStore(migrations: CurrencyMigrations.all) { store in
            var applied = 0
            while applied < events.count {
                // How far history has come: it never goes back.
                while known < events.count, Int.random(in: 0..<12, using: &random) > 0 {
                    _ = try book.take(events[known])
                    known += 1
                }
                let told = try closes(book)
                _ = try await store.write { try SheetIntake(db: $0).take(told, from: .history) }
                if known >= applied {
                    let quotes = try await closes(store).map(\.quotes)
                    #expect(quotes == told.map(\.quotes), "after \(applied), with history at \(known)")
                }
                let end = min(applied + Int.random(in: 1...7, using: &random), events.count)
                let batch = Array(events[applied..<end])
                _ = try await store.write { try SheetIntake(db: $0).take(batch) }
                applied = end
            }
            while known < events.count {
                _ = try book.take(events[known])
                known += 1
            }
            #expect(try await closes(store) == closes(book))
            let left = try await store.read { [days] db in
                try SheetTable(db: db).days(of: .ecb, from: days[0], through: days[1]).values.compactMap(\.told)
            }
            #expect(left.isEmpty)
        }
    }
}
