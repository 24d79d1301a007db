import SharedContracts
import SharedDatabase
import SharedDomain
import SharedMessaging
import SharedTesting
import Synchronization
import Testing

@testable import CurrencyService

@Suite("What is held in memory")
struct HoldingsTests {
    @Test("a restart from the store gives the same answers", arguments: PythonRates.bases)
    func restart(base: String) async throws {
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-09-01"))
            try await bench.receive([.priceEdition(bigMac("2026-01-01", [("KR", "KRW", "5500")]))])
            let holdings = try await CurrencyHoldings.load(
                from: bench.store, rateSources: [.ecb, bok], metrics: bench.metrics)
            #expect(holdings.prices == bench.holdings.prices)
            let restarted = LatestRates(layers: RateLayers(holdings: holdings), time: bench.time.source)
            let question = try LatestQuestion(base: code(base), symbols: nil, significantDigits: 20)
            let (after, before) = (try await restarted.answer(question), try await bench.rates.answer(question))
            #expect(evidence(after) == evidence(before))
        }
    }

    @Test("readers never see a change that is not committed, nor one that was rolled back")
    func uncommitted() async throws {
        let seenInside = Mutex<[Bool]>([])
        let bench = Mutex<Bench?>(nil)
        let faults: FaultInjector = { point in
            guard point == .subscriberBeforeCommit, let held = bench.withLock({ $0 }) else { return }
            seenInside.withLock { $0.append(held.holdings.rates.isEmpty) }
            if seenInside.withLock({ $0.count }) == 1 { throw TestFailure("the process dies here") }
        }
        try await withBench(faults: faults) { tested in
            bench.withLock { $0 = tested }
            defer { bench.withLock { $0 = nil } }
            let sheets = try ECBFile.sheets(from: "2026-10-30")
            await #expect(throws: (any Error).self) { try await tested.receive(sheets) }
            #expect(tested.holdings.rates.isEmpty)
            #expect(try await tested.rows().isEmpty)

            try await tested.receiveAgain(sheets)
            #expect(!tested.holdings.rates.isEmpty)
            #expect(seenInside.withLock { $0 } == [true, true])
        }
    }

    @Test("a batch that changes nothing leaves the snapshot, with all it has computed, in place")
    func unchanged() async throws {
        try await withBench { bench in
            let sheets = try ECBFile.sheets(from: "2026-10-01")
            try await bench.receive(sheets)
            let snapshot = bench.holdings.rates
            try await bench.receive(sheets)
            #expect(bench.holdings.rates === snapshot)
        }
    }

    @Test("a reader that holds a snapshot keeps its answers while a newer one is shown to others")
    func immutable() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-29", ["KRW": "1500"])])
            let old = bench.holdings.rates
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1600"])])
            let table = try #require(try old.table(in: .krw, significantDigits: 10))
            #expect(table[.eur]?.values.map(\.description) == ["1500"])
            #expect(try await bench.answer(["EUR"]).texts == ["EUR": "1600"])
        }
    }

    private func evidence(_ answer: LatestAnswer) -> [String] {
        answer.entries.map { "\($0.rate.cross) \($0.rate.value) \($0.rate.pivot) \($0.ageSeconds) \($0.isStale)" }
    }
}
