import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Rollups as observations come in")
struct RollupTests {
    @Test("a day with several publications has bars of its hours and of the day; one with a single has none")
    func several() async throws {
        try await withBench { bench in
            try await bench.receive([
                publication("2026-10-29", hour: 0, ["USD": "1330"]),
                publication("2026-10-30", hour: 0, minute: 30, ["USD": "1331", "JPY": "8.9"]),
                publication("2026-10-30", hour: 0, minute: 45, ["USD": "1335"]),
                publication("2026-10-30", hour: 6, ["USD": "1328.5"]),
            ])
            let bars = try await bench.store.read { try BarTable(db: $0).kept(of: .usd, from: bok) }
            let texts = try bars.map { key, bar in
                let figures = try [bar.open, bar.high, bar.low, bar.close, bar.average].map { try "\($0.price)" }
                return "\(key.hour.map { "\($0 % 24)h" } ?? "day") \(figures.joined(separator: " ")) \(bar.count)"
            }.sorted()
            // (1331 + 1335 + 1328.5) ÷ 3 = 1331.5; (1331 + 1335) ÷ 2 = 1333.
            #expect(
                texts == [
                    "0h 1331 1335 1331 1335 1333 2", "6h 1328.5 1328.5 1328.5 1328.5 1328.5 1",
                    "day 1331 1335 1328.5 1328.5 1331.5 3",
                ])
            #expect(try await bench.store.count(of: "bar") == 3)
            #expect(bench.memory.current.rollupCounts == RollupCounts(observations: 3, dailyBars: 1, hourlyBars: 2))
            // The day's rate is its close: of the yen that of the only publication that has it.
            #expect(try bench.points("USD", in: "KRW") == ["2026-10-29 1330", "2026-10-30 1328.5"])
            #expect(try bench.points("JPY", in: "KRW") == ["2026-10-30 8.9"])
        }
    }

    @Test("figures that a later publication repeats are observations all the same")
    func unchanged() async throws {
        try await withBench { bench in
            try await bench.receive([
                publication("2026-10-30", hour: 0, ["USD": "1331"]),
                publication("2026-10-30", hour: 1, ["USD": "1331"]),
            ])
            #expect(try await bench.observations("USD", on: "2026-10-30") == ["1331e0 +0", "1331e0 +1"])
            #expect(bench.memory.current.rollupCounts.hourlyBars == 2)
        }
    }

    @Test(
        "over random streams with corrections and late publications the bars are those made anew, and memory's",
        arguments: 1...8)
    func rebuilt(seed: UInt64) async throws {
        try await withBench { bench in
            var generator = SplitMix64(seed: seed)
            var clock = 0
            for _ in 0..<25 {
                let batch = try (0..<4).map { _ in try sheet(&clock, &generator) }
                try await bench.receive(batch)
            }
            let rows = try await bench.store.barRows()
            #expect(rows.count > 30)
            let counts = bench.memory.current.rollupCounts
            #expect(rows.count == counts.dailyBars + counts.hourlyBars)
            let again = try await RollupRebuild(store: bench.store).run()
            #expect(again == RollupRebuild.Outcome(written: rows.count, differing: 0, kept: 0))
            #expect(try await bench.store.barRows() == rows)
            let restarted = try await SeriesMemory.load(from: bench.store)
            #expect(restarted.current.rollupCounts == counts)
            // What was spoilt is found and made right: one gone, one changed, one of nothing.
            try await bench.store.write { db in
                try db.execute(
                    sql: """
                        DELETE FROM bar WHERE (currency, day, hours, hour) IN (
                            SELECT currency, day, hours, hour FROM bar WHERE currency = 'USD' LIMIT 1);
                        UPDATE bar SET high_coefficient = 7 WHERE (currency, day, hours, hour) IN (
                            SELECT currency, day, hours, hour FROM bar WHERE currency = 'USD' LIMIT 1);
                        INSERT INTO bar VALUES ('bok', 'ZAR', 1, 24, 24, 2, 1,0, 1,0, 1,0, 1,0, 1,0, 1,0, 2, 0);
                        """)
            }
            var steps: [String] = []
            let healed = try await RollupRebuild(store: bench.store).run { steps.append("\($0)/\($1)") }
            #expect(healed == RollupRebuild.Outcome(written: rows.count, differing: 3, kept: 0))
            #expect(try await bench.store.barRows() == rows)
            #expect(steps == ["1/4", "2/4", "3/4", "4/4"])
        }
    }

    @Test(
        "no query of bars or transfer prices reads a whole table or sorts in memory",
        arguments: [
            BarTable.delete, BarTable.deleteKept, BarTable.selectKept, BarTable.selectReduced,
            BarTable.selectCurrencies,
            ReductionTable.deleteTransfer, ReductionTable.deleteObservation, ReductionTable.deleteSheet,
            ObservationTable.transfers,
        ])
    func plans(sql: String) async throws {
        try await withTemporaryStore(migrations: HistoryMigrations.all) { store in
            let plan = try await QueryPlan(of: sql, in: store)
            #expect(plan.fullScans.isEmpty && plan.temporaryTrees.isEmpty, "\(plan)")
        }
    }

    /// A publication of one of few days with some of three currencies, at one of six moments: a first one, a
    /// correction, one that comes late, or one overtaken.
    private func sheet(_ clock: inout Int, _ generator: inout SplitMix64) throws -> Sheet {
        clock += Int.random(in: 0...30, using: &generator)
        let late = Int.random(in: 0..<8, using: &generator) == 0 ? 60 : 0
        var prices: [String: String] = [:]
        for currency in ["USD", "EUR", "JPY"] where Int.random(in: 0..<4, using: &generator) > 0 {
            prices[currency] =
                "1\(Int.random(in: 300...399, using: &generator)).\(Int.random(in: 0...9, using: &generator))"
        }
        if prices.isEmpty { prices["USD"] = "1300" }
        return try publication(
            "2026-10-\(Int.random(in: 26...30, using: &generator))", hour: Int.random(in: 0...2, using: &generator),
            minute: Bool.random(using: &generator) ? 0 : 30, prices, recordedAfter: clock - late)
    }
}
