import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Transfer prices in history")
struct TransferPricesTests {
    private func sheet(
        _ transfer: (buying: String, selling: String)?, price: String = "1335.10", unit: Int = 1, after: Int = 0,
        date: String = "2026-10-30"
    ) throws -> Sheet {
        let prices = try transfer.map { try TransferPrices(buying: decimal($0.buying), selling: decimal($0.selling)) }
        return try Sheet(
            source: .kexim, pivot: .krw, day: day(date), publishedAt: PublicationCalendar.kexim.publishedAt(day(date)),
            recordedAt: ECBFile.recordedAt.advanced(by: .milliseconds(after)),
            quotes: [
                Quote(currency: .usd, price: decimal(price), unit: unit, direction: .inPivot, transfer: prices),
                Quote(currency: .eur, price: decimal("1500"), direction: .inPivot),
            ])
    }

    @Test("they are given out as published, also after a restart", arguments: [1, 100])
    func kept(unit: Int) async throws {
        try await withBench { bench in
            let sheet = try sheet(("1321.50", "1348.7"), unit: unit)
            try await bench.receive([sheet])
            for memory in [bench.memory, try await SeriesMemory.load(from: bench.store)] {
                let book = try #require(memory.current.sources[.kexim])
                let found = try #require(try book.sheet(on: sheet.day.number))
                #expect(found == sheet)
                #expect(found.quote(for: .usd)?.transfer?.buying.description == "1321.50")
                let message = try #require(try await memory.sheets("2026-10-30", "2026-10-30").first)
                #expect(message.quotes.map(\.hasTransfer) == [false, true])
            }
        }
    }

    @Test("a correction of nothing else is a correction; one that says the same with more zeros is none")
    func correction() async throws {
        try await withBench { bench in
            let sheets = try [
                sheet(("1321", "1348")), sheet(("1321.0", "1348.00"), after: 10), sheet(("1322", "1348"), after: 20),
                sheet(nil, after: 30), sheet(("1320", "1349"), after: 40),
            ]
            var names: Set<String> = []
            for sheet in sheets {
                try await bench.receive([sheet])
                names.insert(bench.memory.current.content.text)
            }
            #expect(names.count == 4)
            #expect(
                try await bench.observations("USD", on: "2026-10-30")
                    == ["133510e-2 +0", "133510e-2 +20", "133510e-2 +30", "133510e-2 +40"])
            let restarted = try await SeriesMemory.load(from: bench.store)
            #expect(restarted.current.content == bench.memory.current.content)
            for memory in [bench.memory, restarted] {
                let known = try [0, 19, 20, 30, 40].map { after in
                    let book = memory.book(asOf: ECBFile.recordedAt.advanced(by: .milliseconds(after)))
                    let sheet = try book.sources[.kexim]?.sheet(on: day("2026-10-30").number)
                    return sheet?.quote(for: .usd)?.transfer.map { "\($0.buying) \($0.selling)" }
                }
                #expect(known == ["1321 1348", "1321 1348", "1322 1348", nil, "1320 1349"])
            }
        }
    }

    @Test("many days of them are as they came, in whatever order")
    func manyDays() async throws {
        try await withBench { bench in
            var generator = SplitMix64(seed: 5)
            var sheets = try (1...30).map { number in
                try sheet(
                    number % 3 == 0 ? nil : ("\(1300 + number)", "\(1350 + number)"), price: "\(1320 + number)",
                    date: "2026-09-\(number < 10 ? "0" : "")\(number)")
            }
            sheets.shuffle(using: &generator)
            try await bench.receive(sheets)
            let restarted = try await SeriesMemory.load(from: bench.store)
            for sheet in sheets {
                for memory in [bench.memory, restarted] {
                    #expect(try memory.current.sources[.kexim]?.sheet(on: sheet.day.number) == sheet)
                }
            }
        }
    }
}
