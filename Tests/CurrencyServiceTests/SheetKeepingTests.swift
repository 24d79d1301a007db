import GRDB
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedMessaging
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Which sheets are kept")
struct SheetKeepingTests {
    // Python: the days of the ECB's file from 2026-09-15, 45 days before 2026-10-30, are 34 with 986 values.
    @Test("of the ECB's whole file, applied as the ingestor sends it, the last 45 days are left")
    func wholeFile() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets, inBatchesOf: 256)
            let rows = try await bench.rows()
            #expect(rows.count { $0.hasPrefix("sheet ") } == 34)
            #expect(rows.count { $0.hasPrefix("quote ") } == 986)
            #expect(try await bench.answer().texts == PythonRates.tenDigits["KRW"])

            let undisturbed = try await withBench { bench in
                try await bench.receive(ECBFile.sheets(from: "2026-09-15"))
                return try await bench.rows()
            }
            #expect(rows == undisturbed)
        }
    }

    @Test("the rows that are left do not depend on batches, on order, or on repetition", arguments: 1...6)
    func batching(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let recent = try ECBFile.sheets(from: "2026-06-01")
        // In any order, some twice: days do not correct each other, so all ways lead to the same end.
        let delivered = (recent + recent.shuffled(using: &random).prefix(40)).shuffled(using: &random)
        let sizes = [1, 2, 7, 31, 64, 256]
        let size = sizes[Int(seed) % sizes.count]
        let rows = try await withBench { bench in
            try await bench.receive(delivered, inBatchesOf: size)
            return try await bench.rows()
        }
        let undisturbed = try await withBench { bench in
            try await bench.receive(recent)
            return try await bench.rows()
        }
        #expect(rows == undisturbed)
    }

    @Test("corrections end the same in whatever batches they come", arguments: [1, 2, 3, 4, 5, 6, 7])
    func corrections(size: Int) async throws {
        let start = ECBFile.recordedAt
        func sheet(_ day: String, _ usd: String, _ seconds: Int) throws -> Sheet {
            try ecbSheet(day, ["USD": usd], recordedAt: start.advanced(by: .seconds(seconds)))
        }
        try await withBench { bench in
            try await bench.receive(
                [
                    sheet("2026-10-29", "1.1", 0), sheet("2026-10-30", "1.2", 1), sheet("2026-10-29", "1.11", 2),
                    // Recorded before what is held: it arrives late and says nothing new.
                    sheet("2026-10-29", "1.12", 1), sheet("2026-10-30", "1.21", 3), sheet("2026-10-30", "1.2", 4),
                    // The same figures again, written otherwise: not a correction.
                    sheet("2026-10-29", "1.110", 5),
                ], inBatchesOf: size)
            let held = try await bench.store.read { db in
                try SheetTable(db: db).sheets(of: .ecb, from: day("2026-10-01"), through: day("2026-10-31"))
            }
            #expect(held.map { "\($0.day) \($0.quotes[0].price)" } == ["2026-10-29 1.11", "2026-10-30 1.2"])
            #expect(held.map { start.duration(to: $0.recordedAt) } == [.seconds(2), .seconds(4)])
        }
    }

    @Test("a correction that takes a currency away leaves no quote of it")
    func vanished() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", ["USD": "1.1", "KRW": "1500", "JPY": "170"])])
            try await bench.receive([ecbSheet("2026-10-30", ["USD": "1.1", "KRW": "1500"])])
            #expect(try await bench.answer(["JPY", "USD"]).unavailable.map(\.description) == ["JPY"])
            #expect(try await bench.rows().count { $0.hasPrefix("quote ") } == 2)
        }
    }

    @Test("an older sheet than are kept changes nothing")
    func tooOld() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", ["USD": "1.1"])])
            let before = try await bench.rows()
            // 46 days before.
            let receipt = try await bench.receive([ecbSheet("2026-09-14", ["USD": "1.3"])])
            #expect(receipt.refusals.isEmpty)
            #expect(try await bench.rows() == before)
        }
    }

    @Test("each source keeps its own days")
    func perSource() async throws {
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive([
                bokSheet("2026-06-01", ["USD": ("1300", 1)]), ecbSheet("2026-10-30", ["USD": "1.1"]),
            ])
            #expect(try await bench.rows().count { $0.hasPrefix("sheet ") } == 2)
        }
    }

    @Test("a figure is stored as it was published")
    func exact() async throws {
        try await withBench { bench in
            let sheet = try bokSheet("2026-10-30", ["USD": ("1335.20", 1), "JPY": ("849", 100)])
            try await bench.receive([sheet])
            let held = try await bench.store.read { db in
                try SheetTable(db: db).sheets(of: bok, from: sheet.day, through: sheet.day)
            }
            #expect(held == [sheet])
            // Equality of decimals is numeric, so the digits are compared as texts.
            #expect(held.first?.quotes.map(\.price.description) == ["849", "1335.20"])
        }
    }
}
