import SharedContracts
import SharedDomain
import SharedMessaging
import SharedTesting
import Synchronization
import Testing

@testable import HistoryService

@Suite("Taking sheets in")
struct SheetRecorderTests {
    @Test("however the log is divided into batches, the same rows and the same series are left", arguments: [1, 7, 64])
    func batches(size: Int) async throws {
        // A year with a correction, a withdrawal and a sheet that comes late.
        var sheets = try ECBFile.sheets(from: "2026-05-01")
        sheets.append(try ecbSheet("2026-06-01", ["KRW": "1500", "USD": "1.1"], recordedAfter: 5))
        sheets.append(try ecbSheet("2026-06-01", ["KRW": "1501", "JPY": "170"], recordedAfter: 9))
        sheets.append(try ecbSheet("2026-01-05", ["KRW": "1400", "USD": "1.2"]))
        let (undisturbed, points) = try await withBench { bench in
            try await bench.receive(sheets)
            return (try await bench.rows(), try bench.points("USD"))
        }
        try await withBench { bench in
            try await bench.receive(sheets, inBatchesOf: size)
            #expect(try await bench.rows() == undisturbed)
            #expect(try bench.points("USD") == points)
        }
    }

    @Test("the same sheets again, from a producer that lost its store, change nothing")
    func again() async throws {
        try await withBench { bench in
            let sheets = try ECBFile.sheets(from: "2026-10-01")
            try await bench.receive(sheets)
            let rows = try await bench.rows()
            bench.beginNewLog()
            let receipt = try await bench.receive(sheets)
            #expect(receipt.refusals.isEmpty)
            #expect(try await bench.rows() == rows)
            #expect(bench.memory.current.observations == rows.count - sheets.count)
        }
    }

    @Test("the same figures recorded later, or written with more zeros, change nothing")
    func sameFigures() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1491.76", "USD": "1.1"])])
            let rows = try await bench.rows()
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1491.760", "USD": "1.10"], recordedAfter: 1000)])
            #expect(try await bench.rows() == rows)
        }
    }

    @Test("a correction adds a row for what it changes; the series shows the new value")
    func correction() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-29", ["KRW": "1490", "USD": "1.1"]),
                ecbSheet("2026-10-30", ["KRW": "1491.76", "USD": "1.1"]),
            ])
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500.5", "USD": "1.1"], recordedAfter: 60_000)])
            #expect(try await bench.observations("KRW", on: "2026-10-30") == ["149176e-2 +0", "15005e-1 +60000"])
            #expect(try await bench.observations("USD", on: "2026-10-30") == ["11e-1 +0"])
            #expect(try bench.points("EUR") == ["2026-10-29 1490", "2026-10-30 1500.5"])
            #expect(try bench.points("USD").last == "2026-10-30 1364.090909")
            #expect(bench.memory.current.observations == 5)
        }
    }

    @Test("a quote that a correction lacks is withdrawn: a row says so, and the point goes")
    func withdrawal() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-29", ["KRW": "1490", "USD": "1.1"]),
                ecbSheet("2026-10-30", ["KRW": "1491", "USD": "1.2"]),
            ])
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1491"], recordedAfter: 60_000)])
            #expect(try await bench.observations("USD", on: "2026-10-30") == ["12e-1 +0", "withdrawn +60000"])
            #expect(try bench.points("USD").count == 1)
            #expect(try bench.points("EUR").count == 2)

            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1491", "USD": "1.2"], recordedAfter: 90_000)])
            #expect(
                try await bench.observations("USD", on: "2026-10-30")
                    == ["12e-1 +0", "withdrawn +60000", "12e-1 +90000"])
            #expect(try bench.points("USD", in: "EUR").last == "2026-10-30 0.8333333333")
        }
    }

    @Test("a sheet recorded before the one held has been overtaken and changes nothing")
    func overtaken() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500"], recordedAfter: 100)])
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1400"], recordedAfter: 99)])
            #expect(try bench.points("EUR") == ["2026-10-30 1500"])
            #expect(try await bench.observations("KRW", on: "2026-10-30").count == 1)
        }
    }

    @Test("a correction of the same millisecond stays apart from what it corrects, also when it comes once more")
    func sameMillisecond() async throws {
        try await withBench { bench in
            let sheets = [
                try ecbSheet("2026-10-30", ["KRW": "1500"]), try ecbSheet("2026-10-30", ["KRW": "1600"]),
            ]
            try await bench.receive(sheets)
            #expect(try await bench.observations("KRW", on: "2026-10-30") == ["1500e0 +0", "1600e0 +1"])
            bench.beginNewLog()
            try await bench.receive(sheets)
            #expect(try await bench.observations("KRW", on: "2026-10-30").count == 2)
            #expect(try bench.points("EUR") == ["2026-10-30 1600"])
        }
    }

    @Test("a sheet against another pivot is refused for good, the rest stands")
    func pivot() async throws {
        try await withBench { bench in
            let receipt = try await bench.receive([
                ecbSheet("2026-10-29", ["KRW": "1500"]), ecbSheet("2026-10-30", ["KRW": "1"], pivot: "USD"),
                ecbSheet("2026-10-30", ["KRW": "1501"]),
            ])
            #expect(receipt.refusals.map(\.sequence) == [2])
            #expect(receipt.refusals.first?.reason.contains("against USD") == true)
            #expect(try bench.points("EUR") == ["2026-10-29 1500", "2026-10-30 1501"])
        }
    }

    @Test("a sheet dated far ahead is refused for good: it would be the newest for ever")
    func future() async throws {
        try await withBench { bench in
            // Recorded on 2026-10-30.
            let receipt = try await bench.receive([
                ecbSheet("2026-11-01", ["KRW": "1500"]), ecbSheet("2026-11-02", ["KRW": "1"]),
            ])
            #expect(receipt.refusals.map(\.sequence) == [2])
            #expect(receipt.refusals.first?.reason.contains("2026-11-02") == true)
            #expect(bench.memory.current.newestDay == (try day("2026-11-01")))
        }
    }

    @Test("a price of no money there is is refused for good", arguments: ["10000000000000000", "0.0000000000001"])
    func absurd(price: String) async throws {
        try await withBench { bench in
            let receipt = try await bench.receive([ecbSheet("2026-10-30", ["KRW": price])])
            #expect(receipt.refusals.first?.reason.contains("KRW") == true)
            #expect(bench.memory.current.isEmpty)
        }
    }

    @Test("between the farthest prices there are, every figure of an answer can be written")
    func farthest() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-29", ["KRW": "1000000000000000", "USD": "0.000000000001"]),
                ecbSheet("2026-10-30", ["KRW": "999999999999999.999", "USD": "0.000000000001234567"]),
            ])
            for (target, base) in [("USD", "KRW"), ("KRW", "USD")] {
                let question = try question(target, in: base, "max")
                #expect(throws: Never.self) {
                    try HistoryReply(
                        to: question, from: bench.memory.current, by: bench.reader, significantDigits: 12)
                }
            }
        }
    }

    @Test("an event of the topic that is no sheet is refused for good")
    func noSheet() async throws {
        try await withBench { bench in
            let edition = try PriceEdition(
                item: "bigmac", day: day("2026-01-01"), source: bok,
                prices: [Price(area: #require(PriceArea("KR")), currency: .krw, localPrice: decimal("5500"))])
            let receipt = try await bench.receive([EventBody.priceEdition(edition)])
            #expect(receipt.refusals.count == 1)
        }
    }

    @Test("readers never see what is not committed, nor what was rolled back")
    func uncommitted() async throws {
        let seenInside = Mutex<[Bool]>([])
        let held = Mutex<SeriesMemory?>(nil)
        let faults: FaultInjector = { point in
            guard point == .subscriberBeforeCommit, let memory = held.withLock({ $0 }) else { return }
            seenInside.withLock { $0.append(memory.current.isEmpty) }
            if seenInside.withLock({ $0.count }) == 1 { throw TestFailure("the process dies here") }
        }
        try await withBench(faults: faults) { bench in
            held.withLock { $0 = bench.memory }
            defer { held.withLock { $0 = nil } }
            let sheets = [try ecbSheet("2026-10-30", ["KRW": "1500"])]
            await #expect(throws: (any Error).self) { try await bench.receive(sheets) }
            #expect(bench.memory.current.isEmpty)
            #expect(try await bench.rows().isEmpty)

            bench.beginNewLog()
            try await bench.receive(sheets)
            #expect(try bench.points("EUR") == ["2026-10-30 1500"])
            #expect(seenInside.withLock { $0 } == [true, true])
        }
    }

    @Test("a reader that holds a book keeps its answers while a newer one is shown to others")
    func immutable() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-29", ["KRW": "1500"])])
            let old = SeriesReader(memory: SeriesMemory(bench.memory.current))
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1600"])])
            #expect(try old.series(question("EUR", "max")).texts == ["2026-10-29 1500"])
            #expect(try bench.points("EUR").count == 2)
        }
    }
}
