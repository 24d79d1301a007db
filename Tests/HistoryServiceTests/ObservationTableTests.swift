import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("The store")
struct ObservationTableTests {
    // 7,126 lines and 221,702 figures: the ECB's file, by awk.
    @Test("27 years survive a restart: the same days, rows and figures")
    func everything() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets, inBatchesOf: 500)
            let restarted = try await SeriesMemory.load(from: bench.store).current
            let held = bench.memory.current
            #expect(restarted.dayCount == 7126)
            #expect(restarted.observations == 221_702)
            #expect(restarted.oldestDay == (try day("1999-01-04")))
            #expect(restarted.newestDay == (try day("2026-10-30")))
            let ours = try #require(held.sources[.ecb])
            let theirs = try #require(restarted.sources[.ecb])
            // 41 currencies, and the euro.
            #expect(theirs.legs.count == 42)
            #expect(theirs.legs.keys.sorted() == ours.legs.keys.sorted())
            for (currency, leg) in theirs.legs {
                #expect(leg.days == ours.legs[currency]?.days)
                #expect(leg.prices == ours.legs[currency]?.prices)
                #expect(leg.figures == ours.legs[currency]?.figures)
            }
        }
    }

    @Test("after a restart, corrections and withdrawals are current, and what was overtaken stays so")
    func corrections() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-29", ["KRW": "1490", "USD": "1.1"]),
                ecbSheet("2026-10-30", ["KRW": "1491", "USD": "1.2"]),
                ecbSheet("2026-10-30", ["KRW": "1492"], recordedAfter: 10),
                ecbSheet("2026-10-29", ["KRW": "1490", "USD": "1.3", "JPY": "170"], recordedAfter: 20),
            ])
            let restarted = try await Bench(bench.store)
            for (target, base) in [("EUR", "KRW"), ("USD", "EUR"), ("JPY", "EUR")] {
                #expect(try restarted.points(target, in: base) == bench.points(target, in: base))
            }
            #expect(restarted.memory.current.observations == bench.memory.current.observations)
            restarted.beginNewLog()
            restarted.beginNewLog()
            try await restarted.receive([ecbSheet("2026-10-30", ["KRW": "1"], recordedAfter: 9)])
            #expect(try restarted.points("EUR") == ["2026-10-29 1490", "2026-10-30 1492"])
        }
    }

    @Test("several sources are kept apart, each with its own unit and way round")
    func sources() async throws {
        try await withBench { bench in
            try await bench.receive([
                bokSheet("2026-10-30", ["JPY": ("890.12", 100)]), ecbSheet("2026-10-29", ["JPY": "170"]),
            ])
            let restarted = try await SeriesMemory.load(from: bench.store).current
            #expect(restarted.sources.keys.sorted() == [bok, .ecb])
            #expect(restarted.sources[bok]?.pivot == .krw)
            #expect(
                restarted.sources[bok]?.legs[try code("JPY")]?.figures
                    == [Figure(coefficient: 89_012, exponent: -2, unit: 100, direction: .inPivot)])
            #expect(restarted.dayCount == 2)
            #expect(restarted.observations == 2)
        }
    }

    @Test("an empty store is an empty book")
    func empty() async throws {
        try await withBench { bench in
            #expect(bench.memory.current.isEmpty)
            #expect(bench.memory.current.dayCount == 0)
        }
    }

    @Test(
        "no query reads a whole table or sorts",
        arguments: [
            ObservationTable.editions, ObservationTable.nextSource, ObservationTable.nextCurrency,
            ObservationTable.observations,
        ])
    func plans(sql: String) async throws {
        try await withTemporaryStore(migrations: HistoryMigrations.all) { store in
            let plan = try await QueryPlan(of: sql, in: store)
            #expect(!plan.steps.isEmpty)
            #expect(plan.fullScans.isEmpty, "\(plan)")
            #expect(plan.temporaryTrees.isEmpty, "\(plan)")
        }
    }

    @Test("every table is strict")
    func strict() async throws {
        try await withTemporaryStore(migrations: HistoryMigrations.all) { store in
            let loose = try await store.tablesThatAreNotStrict()
            #expect(loose.isEmpty, "\(loose)")
        }
    }

    @Test(
        "the tables refuse rows that say nothing sensible",
        arguments: [
            // No such edition.
            "'ecb', 'USD', 2, 1, 11172, -4, 1, 1",
            // Half a withdrawal.
            "'ecb', 'USD', 1, 1, NULL, -4, 1, 1", "'ecb', 'USD', 1, 1, 11172, -4, 1, NULL",
            // A price of nothing, or of nineteen digits.
            "'ecb', 'USD', 1, 1, 0, -4, 1, 1", "'ecb', 'USD', 1, 1, 1000000000000000000, -4, 1, 1",
            "'ecb', 'USD', 1, 1, 11172, -65, 1, 1", "'ecb', 'USD', 1, 1, 11172, -4, 10, 1",
            "'ecb', 'USD', 1, 1, 11172, -4, 1, 3",
            // Held already.
            "'ecb', 'KRW', 1, 1, 15, 2, 1, 1",
        ])
    func refused(values: String) async throws {
        try await withTemporaryStore(migrations: HistoryMigrations.all) { store in
            try await store.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO sheet VALUES ('ecb', 1, 1, 1, 'EUR');
                        INSERT INTO observation VALUES ('ecb', 'KRW', 1, 1, 15, 2, 1, 1);
                        INSERT INTO observation VALUES ('ecb', 'JPY', 1, 1, NULL, NULL, NULL, NULL);
                        """)
            }
            await #expect(throws: ServiceError.self) {
                try await store.write { try $0.execute(sql: "INSERT INTO observation VALUES (\(values))") }
            }
        }
    }

    @Test("a row that is none of ours keeps the service from starting on it")
    func unreadable() async throws {
        try await withTemporaryStore(migrations: HistoryMigrations.all) { store in
            try await store.write { try $0.execute(sql: "INSERT INTO sheet VALUES ('No Source', 1, 1, 1, 'EUR')") }
            await #expect(throws: UnreadableRow.self) { try await SeriesMemory.load(from: store) }
        }
    }
}
