import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The rates of past days", .timeLimit(.minutes(3)))
struct PastRatesTests {
    private struct Question: Hashable {
        let currency: CurrencyCode
        let base: CurrencyCode
        let day: Day
    }

    private let ecb = RatePreferences(sources: [.ecb])

    /// By the definition: the newest sheet that has both, of at most 14 days before. A currency in itself is worth one.
    private func expected(_ question: Question) -> CrossRate? {
        let first = question.day.adding(days: -14)
        let both = [question.currency, question.base]
        return ECBFile.sheets.last { sheet in
            first <= sheet.day && sheet.day <= question.day
                && (question.currency == question.base || both.allSatisfy(sheet.holds))
        }?.cross(of: question.currency, in: question.base)
    }

    /// Questions over every day and currency there ever was, a third of them near the end.
    private func questions(_ count: Int, seed: UInt64) throws -> [Question] {
        var random = SplitMix64(seed: seed)
        let currencies = Set(ECBFile.sheets.flatMap { $0.quotes.map(\.currency) }).sorted() + [.eur]
        let (first, last) = (try day("1998-12-20"), try day("2026-11-20"))
        return try (0..<count).map { number in
            let reach = number.isMultiple(of: 3) ? 60 : first.distance(to: last)
            return Question(
                currency: try #require(currencies.randomElement(using: &random)),
                base: try #require(currencies.randomElement(using: &random)),
                day: last.adding(days: -Int.random(in: 0...reach, using: &random)))
        }
    }

    @Test("they are the newest sheet's within two weeks, over all days and currencies there are", arguments: 1...3)
    func allDays(seed: UInt64) async throws {
        try await withHistory(ECBFile.sheets) { server, archive in
            try await withBench(preferences: ecb, history: archive) { bench in
                try await bench.receive(ECBFile.sheets(from: "2026-08-01"))
                for batch in try questions(240, seed: seed).chunks(of: 80) {
                    let (reads, calls) = (bench.ownStore.reads, server.calls.count)
                    let past = await bench.layers.past(Set(batch.map(\.day)))
                    #expect(bench.ownStore.reads <= reads + 1)
                    #expect(server.calls.count <= calls + 1)
                    for question in batch { try check(question, past, at: bench.time.now, mayBeUnknown: false) }
                }
            }
        }
    }

    @Test("whatever layers are gone, an answer is right or says that it is not known", arguments: [true, false])
    func layersGone(isStoreGone: Bool) async throws {
        try await withBench(preferences: ecb) { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-08-01"))
            if isStoreGone { bench.ownStore.takeAway() }
            let questions = try questions(600, seed: 7)
            var unknown = 0
            for batch in questions.chunks(of: 100) {
                let past = await bench.layers.past(Set(batch.map(\.day)))
                for question in batch {
                    unknown += try check(question, past, at: bench.time.now, mayBeUnknown: true) ? 0 : 1
                }
            }
            #expect(unknown > 0 && unknown < questions.count)
        }
    }

    /// Whether it was known.
    @discardableResult
    private func check(
        _ question: Question, _ past: PastRates, at now: Instant, mayBeUnknown: Bool
    ) throws -> Bool {
        let expected = expected(question)
        do throws(ServiceError) {
            let found = try past.served(question.currency, in: question.base, on: question.day, at: now)
            #expect(found.cross == expected, "\(question)")
        } catch {
            guard error.code == .dataNotReady else {
                #expect(error.code == .notFound)
                #expect(expected == nil, "\(question): \(error)")
                return true
            }
            #expect(mayBeUnknown, "\(question): \(error)")
            return false
        }
        return true
    }

    @Test("a day within two weeks of the newest is answered from memory, though its own window reaches further back")
    func fromMemory() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-08-01"))
            bench.ownStore.takeAway()
            // The ECB's file: a euro was 1.1172 dollars on 2026-10-30, a Friday.
            for date in ["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-13"] {
                #expect(try await bench.past("EUR", in: "USD", on: date) == "1.1172")
            }
            let sheet = try #require(ECBFile.sheets(from: "2026-10-19", through: "2026-10-19").first)
            let dollar = try #require(sheet.quote(for: code("USD")))
            #expect(try await bench.past("EUR", in: "USD", on: "2026-10-19") == "\(dollar.price.canonical)")
            // The rouble has had no rate for years.
            await #expect { try await bench.past("RUB", on: "2026-10-20") } throws: {
                ($0 as? ServiceError)?.code == .notFound
            }
            #expect(bench.ownStore.reads == 0)
        }
    }

    @Test("two weeks after the newest sheet there is none any more, and nobody has to be asked for that")
    func farAhead() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-08-01"))
            for date in ["2026-11-14", "2030-01-01", "9998-12-31"] {
                await #expect { try await bench.past("EUR", in: "USD", on: date) } throws: {
                    ($0 as? ServiceError)?.code == .notFound
                }
            }
            #expect(bench.ownStore.reads == 0)
        }
    }

    @Test("a currency missing from memory's sheets may be in those that only the store has")
    func gap() async throws {
        let sheets = try [
            ecbSheet("2026-10-07", ["KRW": "1000", "USD": "1.25"]), ecbSheet("2026-10-19", ["KRW": "1100"]),
            ecbSheet("2026-10-30", ["KRW": "1200"]),
        ]
        try await withBench(preferences: ecb) { bench in
            try await bench.receive(sheets)
            #expect(try await bench.past("USD", on: "2026-10-20") == "800")
            #expect(bench.ownStore.reads == 1)
            #expect(try await bench.past("EUR", on: "2026-10-20") == "1100")
            bench.ownStore.takeAway()
            #expect(try await bench.past("EUR", on: "2026-10-20") == "1100")
            await #expect { try await bench.past("USD", on: "2026-10-20") } throws: {
                ($0 as? ServiceError)?.code == .dataNotReady
            }
        }
    }

    @Test("the sources preferred for a pair are preferred on past days too")
    func preference() async throws {
        let rules = try [#require(PairPreference("USD/KRW=bok ecb"))]
        try await withBench(preferences: RatePreferences(sources: [.ecb, bok], rules: rules)) { bench in
            try await bench.receive([
                ecbSheet("2026-10-28", ["USD": "1.2", "KRW": "1500", "JPY": "150"]),
                bokSheet("2026-10-27", ["USD": ("1290", 1), "JPY": ("900", 100)]),
                bokSheet("2026-10-28", ["USD": ("1300", 1), "JPY": ("900", 100)]),
                ecbSheet("2026-10-30", ["USD": "1.2", "KRW": "1500", "JPY": "150"]),
                bokSheet("2026-10-30", ["USD": ("1310", 1), "JPY": ("900", 100)]),
            ])
            #expect(try await bench.past("USD", on: "2026-10-28") == "1300")
            #expect(try await bench.past("KRW", in: "USD", on: "2026-10-28") == "0.0007692307692")
            #expect(try await bench.past("JPY", on: "2026-10-28") == "10")
            #expect(try await bench.past("JPY", on: "2026-10-27") == "9")
            let past = try await bench.layers.past([day("2026-10-27")])
            let served = try past.served(code("JPY"), in: .krw, on: day("2026-10-27"), at: bench.time.now)
            #expect(served.fallback == RateFallback(preferred: .ecb, reason: .missing))
        }
    }

    @Test("with nothing in memory the store is read, and with nothing there history")
    func dropped() async throws {
        let sheets = try ECBFile.sheets(from: "2026-09-01")
        try await withHistory(sheets) { server, archive in
            try await withBench(preferences: ecb, history: archive) { bench in
                try await bench.receive(sheets)
                _ = bench.holdings.drop()
                #expect(try await bench.past("EUR", in: "USD", on: "2026-10-31") == "1.1172")
                #expect(bench.ownStore.reads == 1)
                #expect(server.calls.isEmpty)
                bench.ownStore.takeAway()
                #expect(try await bench.past("EUR", in: "USD", on: "2026-10-31") == "1.1172")
                #expect(server.calls == ["Sheets"])
            }
        }
    }
}

extension Array {
    /// Pieces of that length, the last one perhaps shorter.
    fileprivate func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
