import HTTPTypes
import NIOCore
import SharedDatabase
import SharedDomain
import SharedHTTP
import SharedTesting
import Synchronization
import Testing

@testable import CurrencyService

@Suite("Where the latest rates are found", .timeLimit(.minutes(2)))
struct LayerTests {
    private let ecb = RatePreferences(sources: [.ecb])

    /// All that an answer says, but for which layer gave it.
    private func text(_ answer: LatestAnswer) -> String {
        var answer = answer
        answer.isFromMemory = true
        return String(buffer: JSONWriter.encode(answer))
    }

    @Test("dropped from memory, they come from the store, the same to the letter, and are in memory again")
    func store() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-09-15"))
            let before = try await bench.answer(digits: 12)
            #expect(before.isFromMemory)
            #expect(bench.ownStore.reads == 0)
            _ = bench.holdings.drop()
            #expect(bench.holdings.inMemory == nil)
            let after = try await bench.answer(digits: 12)
            #expect(!after.isFromMemory)
            #expect(text(after) == text(before))
            #expect(bench.ownStore.reads == 1)
            let again = try await bench.answer(digits: 12)
            #expect(again.isFromMemory)
            #expect(text(again) == text(before))
            #expect(bench.ownStore.reads == 1)
        }
    }

    @Test("with the store gone too, they come from history, the same to the letter")
    func history() async throws {
        let sheets = try ECBFile.sheets(from: "2026-09-15")
        try await withHistory(sheets) { server, archive in
            try await withBench(preferences: ecb, history: archive) { bench in
                try await bench.receive(sheets)
                let before = try await bench.answer(digits: 12)
                bench.ownStore.takeAway()
                _ = bench.holdings.drop()
                let after = try await bench.answer(digits: 12)
                #expect(!after.isFromMemory)
                #expect(text(after) == text(before))
                #expect(server.calls == ["RecentSheets"])
                #expect(bench.holdings.inMemory?.origin == .history)
                #expect(try await bench.answer().isFromMemory)
                #expect(server.calls.count == 1)
                // What the store tells later takes its place.
                let later = ECBFile.recordedAt.advanced(by: .seconds(60))
                try await bench.receive([ecbSheet("2026-10-30", ["USD": "1.2", "KRW": "1500"], recordedAt: later)])
                #expect(bench.holdings.inMemory?.origin == .store)
                #expect(try await bench.answer(["USD"]).texts == ["USD": "1250"])
            }
        }
    }

    @Test("a store that is really closed gives way to history")
    func closed() async throws {
        let sheets = try ECBFile.sheets(from: "2026-10-01")
        try await withHistory(sheets) { _, archive in
            try await withBench(preferences: ecb, history: archive) { bench in
                await bench.store.close()
                _ = bench.holdings.drop()
                let answer = try await bench.answer()
                #expect(answer.texts == PythonRates.tenDigits["KRW"])
            }
        }
    }

    @Test("an empty store gives way to history")
    func empty() async throws {
        let sheets = try ECBFile.sheets(from: "2026-10-01")
        try await withHistory(sheets) { _, archive in
            try await withBench(preferences: ecb, history: archive) { bench in
                let answer = try await bench.answer()
                #expect(answer.texts == PythonRates.tenDigits["KRW"])
            }
        }
    }

    @Test("with every layer gone it is not ready, and nobody is asked again for two seconds")
    func nothing() async throws {
        try await withHistory(ECBFile.sheets(from: "2026-10-01")) { server, archive in
            try await withBench(preferences: ecb, history: archive) { bench in
                bench.ownStore.takeAway()
                server.takeAway()
                func expectNotReady() async {
                    await #expect { try await bench.answer() } throws: {
                        ($0 as? ServiceError)?.code == .dataNotReady
                    }
                }
                await expectNotReady()
                let (reads, calls) = (bench.ownStore.reads, server.calls.count)
                #expect(reads == 1)
                #expect(calls > 0)
                bench.time.advance(by: .milliseconds(1999))
                await expectNotReady()
                #expect(bench.ownStore.reads == reads)
                #expect(server.calls.count == calls)
                server.takeAway(false)
                bench.time.advance(by: .milliseconds(1))
                let answer = try await bench.answer()
                #expect(answer.texts == PythonRates.tenDigits["KRW"])
                #expect(bench.ownStore.reads == reads + 1)
            }
        }
    }

    @Test("the store is read once for all who ask while it is read")
    func singleFlight() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            let gate = Gate()
            bench.ownStore.hold(at: gate)
            _ = bench.holdings.drop()
            try await withThrowingTaskGroup(of: LatestAnswer.self) { group in
                group.addTask { try await bench.answer() }
                try await gate.waitForArrivals(1)
                for _ in 0..<20 { group.addTask { try await bench.answer() } }
                try await eventually("twenty wait") { bench.layers.waitingCount == 20 }
                gate.open()
                for try await answer in group {
                    #expect(answer.texts == PythonRates.tenDigits["KRW"])
                    #expect(!answer.isFromMemory)
                }
            }
            #expect(bench.ownStore.reads == 1)
        }
    }

    @Test("when the one who asks leaves, the next one asks in its place")
    func abandoned() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            let gate = Gate()
            bench.ownStore.hold(at: gate)
            _ = bench.holdings.drop()
            try await withThrowingTaskGroup(of: LatestAnswer?.self) { group in
                let leaver = Task { try await bench.answer() }
                try await gate.waitForArrivals(1)
                group.addTask { try await bench.answer() }
                try await eventually("one waits") { bench.layers.waitingCount == 1 }
                leaver.cancel()
                try await gate.waitForArrivals(2)
                gate.open()
                #expect(try await group.next()??.texts == PythonRates.tenDigits["KRW"])
                await #expect { _ = try await leaver.value } throws: { ($0 as? ServiceError)?.code == .dataNotReady }
            }
        }
    }

    @Test("what was committed while the store was read is not overwritten with what was read")
    func overtaken() async throws {
        try await withBench { bench in
            let old = try contents(bench, ecbSheet("2026-10-29", ["KRW": "1500"]))
            let generation = bench.holdings.generation
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1600"])])
            bench.holdings.fill(with: old, ifStill: generation)
            #expect(try await bench.answer(["EUR"]).texts == ["EUR": "1600"])
            bench.holdings.fill(with: old, ifStill: bench.holdings.generation)
            #expect(try await bench.answer(["EUR"]).texts == ["EUR": "1500"])
        }
    }

    private func contents(_ bench: Bench, _ sheet: Sheet) throws -> CurrencyHoldings.Contents {
        let source = try #require(RecentSheets([sheet]))
        return CurrencyHoldings.Contents(
            rates: RatesSnapshot(sources: [source], lookups: bench.holdings.lookups), prices: .empty)
    }

    @Test("whoever watches memory is told of every change")
    func observers() async throws {
        try await withBench { bench in
            let seen = Mutex<[Int]>([])
            bench.holdings.observe { [holdings = bench.holdings] in
                seen.withLock { $0.append(holdings.rates.currencies.count) }
            }
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500"])])
            _ = bench.holdings.drop()
            _ = try await bench.answer()
            #expect(seen.withLock { $0 } == [2, 0, 2])
        }
    }

    @Test("an answer that memory did not give says so, and nobody may keep it")
    func overHTTP() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            let edge = try bench.edge()
            let path = "/api/v1/currencies/latest?symbols=USD"
            _ = bench.holdings.drop()
            let first = try await edge.ask(path)
            #expect(try first.member("data")["cache_hit"] as? Bool == false)
            #expect(first.headers[.eTag] == nil)
            #expect(first.headers[.cacheControl] == "no-store")
            let second = try await edge.ask(path)
            #expect(try second.member("data")["cache_hit"] as? Bool == true)
            #expect(second.headers[.eTag] != nil)
            #expect(
                first.text.replacing(#""cache_hit":false"#, with: #""cache_hit":true"#).replacing(stamp, with: "")
                    == second.text.replacing(stamp, with: ""))
        }
    }

    /// When the answer was made.
    private var stamp: Regex<Substring> { /"timestamp":"[^"]*"/ }
}
