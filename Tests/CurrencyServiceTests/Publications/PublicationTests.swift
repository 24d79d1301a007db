import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Several publications of a day")
struct PublicationTests {
    private let date = "2026-10-30"

    private func sheet(_ hour: Int, _ prices: [String: String], _ seconds: Int) throws -> Sheet {
        try publication(date, hour: hour, prices, recordedAfter: seconds)
    }

    @Test("a day has each currency's quote from the latest publication that has one, and the newest instants")
    func close() async throws {
        try await withBench { bench in
            try await bench.receive([sheet(1, ["USD": "1.1", "JPY": "170", "KRW": "1500"], 10)])
            try await bench.receive([sheet(7, ["USD": "1.3"], 30), sheet(4, ["USD": "1.2", "JPY": "171"], 40)])
            let close = try #require(try await bench.closes().first)
            #expect(close.text == "2026-10-30 7: JPY 171, KRW 1500, USD 1.3")
            let newest = try sheet(4, ["USD": "1"], 40).recordedAt
            #expect(close.recordedAt == newest)
            let again = try await Bench(bench.store, preferences: RatePreferences(sources: [.ecb]))
            #expect(try await again.closes() == [close])
        }
    }

    @Test("a late correction of an earlier publication changes only what the later ones lack")
    func lateCorrection() async throws {
        try await withBench { bench in
            try await bench.receive([
                sheet(1, ["USD": "1.1", "JPY": "170"], 10), sheet(4, ["USD": "1.2"], 20),
                sheet(1, ["USD": "1.15", "JPY": "175"], 30),
            ])
            #expect(try await bench.closes().map(\.text) == ["2026-10-30 4: JPY 175, USD 1.2"])
            // Withdrawn from both, one after the other.
            try await bench.receive([sheet(4, ["KRW": "1500"], 40)])
            #expect(try await bench.closes().map(\.text) == ["2026-10-30 4: JPY 175, KRW 1500, USD 1.15"])
            try await bench.receive([sheet(1, ["JPY": "175"], 50)])
            #expect(try await bench.closes().map(\.text) == ["2026-10-30 4: JPY 175, KRW 1500"])
        }
    }

    @Test("a correction that was overtaken within its publication changes nothing, whatever else is younger or older")
    func overtaken() async throws {
        try await withBench { bench in
            try await bench.receive([sheet(1, ["USD": "1.1"], 10), sheet(4, ["USD": "1.2"], 50)])
            let snapshot = bench.holdings.rates
            try await bench.receive([sheet(1, ["JPY": "170"], 9), sheet(4, ["USD": "1.3"], 49)])
            #expect(bench.holdings.rates === snapshot)
            // Older than what is held of the other publication, and newer than what is held of its own.
            try await bench.receive([sheet(1, ["JPY": "170"], 11)])
            #expect(try await bench.closes().map(\.text) == ["2026-10-30 4: JPY 170, USD 1.2"])
        }
    }

    @Test("what history tells of a day gives way to its publications once they say as much, and is corrected by them")
    func told() async throws {
        let events = try [
            sheet(1, ["USD": "1.1", "JPY": "170"], 10), sheet(4, ["USD": "1.2"], 20),
            sheet(1, ["USD": "1.1", "JPY": "175"], 30),
        ]
        let told = try sheet(4, ["USD": "1.2", "JPY": "175"], 30)
        let undisturbed = try await withBench { bench in
            try await bench.receive(events)
            return try await bench.rows()
        }
        for size in 1...3 {
            try await withBench { bench in
                try await bench.hydrate([told])
                for start in stride(from: 0, to: events.count, by: size) {
                    try await bench.receive(Array(events[start..<min(start + size, events.count)]))
                    // Never anything older than was known already.
                    #expect(try await bench.closes().map(\.text) == [told.text])
                }
                #expect(try await bench.rows() == undisturbed)
                try await bench.hydrate([told])
                #expect(try await bench.rows() == undisturbed)
                try await bench.receive([sheet(1, ["USD": "1.1", "JPY": "176"], 40)])
                #expect(try await bench.closes().map(\.text) == ["2026-10-30 4: JPY 176, USD 1.2"])
            }
        }
    }

    @Test("what history tells of a log that was lost stays beneath what is published later")
    func lostLog() async throws {
        try await withBench { bench in
            try await bench.hydrate([sheet(4, ["USD": "1.2", "JPY": "175"], 30)])
            try await bench.receive([sheet(7, ["USD": "1.3"], 40)])
            #expect(try await bench.closes().map(\.text) == ["2026-10-30 7: JPY 175, USD 1.3"])
            // A correction of the publication that it was told of says all that there is of that.
            try await bench.receive([sheet(4, ["USD": "1.25", "KRW": "1500"], 50)])
            #expect(try await bench.closes().map(\.text) == ["2026-10-30 7: KRW 1500, USD 1.3"])
        }
    }

    @Test("a store of the shape before is brought forward with every sheet and quote, which corrections then replace")
    func migrated() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("currency.sqlite")
            let logger = RecordedLogs().logger
            let before = CurrencyMigrations.all.filter { $0.identifier < "0008" }
            let old = try Store.open(at: path, named: "currency", migrations: before, logger: logger)
            let sheet = try publication(
                date, hour: 4, ["USD": "1.2", "JPY": "175.10"], recordedAfter: 20)
            let (number, published) = (sheet.day.number, sheet.publishedAt.milliseconds)
            try await old.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO sheet VALUES ('ecb', ?1, 'EUR', ?2, ?3), ('ecb', ?1 - 1, 'EUR', ?2 - 1, ?3 - 1);
                        """, arguments: [number, published, sheet.recordedAt.milliseconds])
                try db.execute(
                    sql: """
                        INSERT INTO quote VALUES ('ecb', ?1, 'USD', 12, -1, 1, 'per_pivot', NULL, NULL, NULL, NULL),
                            ('ecb', ?1, 'JPY', 17510, -2, 1, 'per_pivot', NULL, NULL, NULL, NULL),
                            ('ecb', ?1 - 1, 'JPY', 160, 0, 100, 'in_pivot', 1591, -1, 161, 0);
                        """, arguments: [number])
            }
            await old.close()
            let store = try Store.open(at: path, named: "currency", migrations: CurrencyMigrations.all, logger: logger)
            let bench = try await Bench(store, preferences: RatePreferences(sources: [.ecb]))
            let closes = try await bench.closes()
            #expect(closes.map(\.text) == ["2026-10-29 3: JPY 160", "2026-10-30 4: JPY 175.10, USD 1.2"])
            #expect(closes.last?.recordedAt == sheet.recordedAt && closes.last?.publishedAt == sheet.publishedAt)
            #expect(closes.first?.quotes.first?.transfer.map { "\($0.buying) \($0.selling)" } == "159.1 161")
            #expect(closes.first?.quotes.first.map { "\($0.unit) \($0.direction)" } == "100 inPivot")
            try await bench.receive([publication(date, hour: 4, ["USD": "1.3"], recordedAfter: 30)])
            try await bench.receive([publication(date, hour: 5, ["KRW": "1500"], recordedAfter: 40)])
            #expect(try await bench.closes().last?.text == "2026-10-30 5: KRW 1500, USD 1.3")
            // A quote goes with its sheet in the new tables too.
            try await store.write { try $0.execute(sql: "DELETE FROM sheet") }
            #expect(try await bench.rows(of: ["quote"]).isEmpty)
            await store.close()
        }
    }
}
