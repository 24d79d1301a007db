import SharedContracts
import SharedDomain
import SharedHTTP
import SharedTelemetry
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The version of the latest rates")
struct VersionTests {
    private let usual = ["KRW": "1500", "USD": "1.2"]

    private func version(_ bench: Bench, in base: String = "KRW") throws -> AnswerVersion {
        try #require(bench.rates.version(in: code(base), at: bench.time.now))
    }

    @Test("there is none while nothing is held, nor in a money without a rate")
    func none() async throws {
        try await withBench { bench in
            #expect(bench.rates.version(in: .krw, at: bench.time.now) == nil)
            try await bench.receive([ecbSheet("2026-10-30", usual)])
            #expect(bench.rates.version(in: .krw, at: bench.time.now) != nil)
            #expect(try bench.rates.version(in: code("RUB"), at: bench.time.now) == nil)
        }
    }

    @Test("it is the same after a restart, and at a replica that took in the same in other batches")
    func sameContent() async throws {
        let sheets = try ECBFile.sheets(from: "2026-08-01")
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive(sheets)
            try await bench.receive([bokSheet("2026-10-30", ["USD": ("1251", 1)])])
            let first = try version(bench)
            let holdings = try await CurrencyHoldings.load(
                from: bench.store, rateSources: [.ecb, bok], metrics: MetricsRegistry())
            let restarted = LatestRates(layers: RateLayers(holdings: holdings), time: bench.time.source)
            #expect(restarted.version(in: .krw, at: bench.time.now) == first)
            try await withBench(rateSources: [.ecb, bok]) { replica in
                try await replica.receive([bokSheet("2026-10-30", ["USD": ("1251", 1)])])
                try await replica.receive(sheets, inBatchesOf: 7)
                #expect(try version(replica) == first)
            }
        }
    }

    @Test("the order of the sources is part of it")
    func preference() async throws {
        var tags: Set<String> = []
        for sources in [[SourceID.ecb, bok], [bok, .ecb], [.ecb], [bok]] {
            try await withBench(rateSources: sources) { bench in
                try await bench.receive([ecbSheet("2026-10-30", usual), bokSheet("2026-10-30", ["USD": ("1251", 1)])])
                tags.insert(try version(bench).tag)
            }
        }
        #expect(tags.count == 4)
    }

    @Test("it changes with a new sheet, a correction, a correction of an older day, and one that takes it back")
    func changes() async throws {
        try await withBench { bench in
            var tags: [String] = []
            let steps: [(String, [String: String])] = [
                ("2026-10-29", usual), ("2026-10-30", usual), ("2026-10-30", ["KRW": "1501", "USD": "1.2"]),
                ("2026-10-29", ["KRW": "1500"]), ("2026-10-30", usual),
            ]
            for (index, (day, prices)) in steps.enumerated() {
                let recordedAt = ECBFile.recordedAt.advanced(by: .milliseconds(index))
                try await bench.receive([ecbSheet(day, prices, recordedAt: recordedAt)])
                tags.append(try version(bench).tag)
            }
            #expect(Set(tags).count == steps.count)
        }
    }

    @Test("it stays with what no answer depends on: prices, sources not used, days long past, the same again")
    func unaffected() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", usual)])
            let before = try version(bench)
            let later = ECBFile.recordedAt.advanced(by: .seconds(60))
            try await bench.receive([
                .priceEdition(bigMac("2026-01-01", [("KR", "KRW", "5500")])),
                .sheet(bokSheet("2026-10-30", ["USD": ("1251", 1)])),
                .sheet(ecbSheet("2026-10-15", usual)),
                .sheet(ecbSheet("2026-10-30", usual, recordedAt: later)),
            ])
            #expect(bench.holdings.prices.editions == 1)
            #expect(try version(bench) == before)
        }
    }

    @Test("the money asked for is no part of it, nor are ages below the hour")
    func shared() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", usual)])
            let version = try version(bench)
            bench.time.advance(by: .seconds(3599))
            #expect(try self.version(bench, in: "USD") == version)
            bench.time.advance(by: .seconds(1))
            #expect(try self.version(bench).tag != version.tag)
        }
    }

    @Test("answers are as of their version, for whoever asks")
    func asOf() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", usual)])
            bench.time.advance(by: .seconds(7300))
            let answer = try await bench.answer(["USD"])
            #expect(try answer.version == version(bench))
            #expect(answer.version.asOf == Instant("2026-10-30T17:00:00Z"))
            #expect(answer.entry("USD")?.ageSeconds == 7200)
            let earlier = try LatestQuestion(base: code("KRW"), symbols: nil, significantDigits: 10)
            let asked = try await bench.rates.answer(earlier, at: Instant("2026-10-30T16:59:59Z"))
            #expect(asked.version.asOf == Instant("2026-10-30T16:00:00Z"))
        }
    }
}
