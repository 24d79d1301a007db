import HTTPTypes
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Where conversions find past rates", .timeLimit(.minutes(3)))
struct ConversionLayersTests {
    private let ecb = RatePreferences(sources: [.ecb])

    /// Of every result its digits, of every error its code.
    private func texts(_ answers: [Result<Conversion, ServiceError>]) -> [String] {
        answers.map { answer in
            switch answer {
            case .success(let conversion): conversion.result.full.description
            case .failure(let error): error.code.rawValue
            }
        }
    }

    @Test("a batch over all the years has Python's digits, asks the store at most once and history at most once")
    func batches() async throws {
        // Every twelfth of the random ones takes any two currencies.
        let lines = try ConversionOracle.lines("c").enumerated().filter { $0.offset % 25 == 0 }.map(\.element)
        try #require(lines.count > 500)
        try await withHistory(ECBFile.sheets) { server, archive in
            try await withBench(preferences: ecb, history: archive) { bench in
                try await bench.receive(ECBFile.sheets(from: "2026-08-01"))
                bench.time.advance(to: try #require(Instant("2026-10-31T03:00:00Z")))
                for start in stride(from: 0, to: lines.count, by: 100) {
                    let part = lines[start..<min(start + 100, lines.count)]
                    let (reads, calls) = (bench.ownStore.reads, server.calls.count)
                    let answers = await bench.useCases.conversions.answers(
                        to: try part.map { try $0.question() }, at: bench.time.source.now())
                    #expect(bench.ownStore.reads <= reads + 1)
                    #expect(server.calls.count <= calls + 1)
                    // The oracle knows nothing of a currency in itself on a day without rates, which is 1.
                    let known = zip(part, texts(answers)).filter { line, _ in
                        line.fields[7] != "-" || line.fields[2] != line.fields[3]
                    }
                    for (line, text) in known {
                        #expect(text == (line.fields[7] == "-" ? "NOT_FOUND" : String(line.fields[7])), "\(line)")
                    }
                }
                #expect(!server.calls.isEmpty)
            }
        }
    }

    // The ECB's file: a euro was 1.1172 dollars on 2026-10-30 and 1.0956 on 2024-01-02.
    @Test("with history down, only what it alone knows is not ready")
    func historyDown() async throws {
        try await withHistory(ECBFile.sheets) { server, archive in
            try await withBench(preferences: ecb, history: archive) { bench in
                try await bench.receive(ECBFile.sheets(from: "2026-08-01"))
                let questions = try [nil, "2026-10-30", "2001-05-02", nil, "2024-01-02", "2026-10-25"].map { date in
                    ConversionQuestion(
                        from: .eur, to: .usd, amount: .one, day: try date.map { try day($0) }, rounding: .unrounded)
                }
                server.takeAway()
                let conversions = bench.useCases.conversions
                let now = bench.time.source.now()
                let sunday = try #require(ECBFile.sheets(from: "2026-10-23", through: "2026-10-23").first)
                let friday = "\(try #require(sunday.quote(for: .usd)).price.canonical)"
                #expect(
                    texts(await conversions.answers(to: questions, at: now))
                        == ["1.1172", "1.1172", "DATA_NOT_READY", "1.1172", "DATA_NOT_READY", friday])
                let error = await #expect(throws: ServiceError.self) {
                    try await conversions.answer(questions[2], at: now)
                }
                #expect(error?.code == .dataNotReady)
            }
        }
    }

    @Test("dropped from memory, the same is answered from the store, and says so; nobody keeps that answer")
    func memoryDropped() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-08-01"))
            let edge = try bench.edge()
            for path in ["convert?from=EUR&to=USD&amount=1&numbers=string", "matrix?codes=EUR,USD&numbers=string"] {
                let target = "/api/v1/currencies/\(path)"
                _ = bench.holdings.drop()
                let dropped = try await edge.ask(target)
                #expect(dropped.status == 200)
                #expect(dropped.text.contains(#""cache_hit":false"#))
                #expect(dropped.headers[.eTag] == nil)
                let again = try await edge.ask(target)
                #expect(again.text.contains(#""cache_hit":true"#))
                #expect(again.headers[.eTag] != nil)
            }
        }
    }

    @Test("an older day is answered from the store, a recent one from memory, and each says so")
    func cacheHit() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-08-01"))
            for (date, isHit) in [("2026-10-29", true), ("2026-10-08", false)] {
                let answer = try await bench.ask("/api/v1/currencies/convert?from=EUR&to=USD&amount=1&date=\(date)")
                #expect(answer.status == 200)
                #expect(answer.text.contains(#""cache_hit":\#(isHit)"#), "\(date)")
            }
        }
    }

    @Test("with every layer gone, nothing is ready")
    func everythingGone() async throws {
        try await withBench(preferences: ecb) { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-08-01"))
            bench.ownStore.takeAway()
            _ = bench.holdings.drop()
            for query in ["", "&date=2026-10-30", "&date=2001-05-02"] {
                let answer = try await bench.ask("/api/v1/currencies/convert?from=EUR&to=USD&amount=1\(query)")
                #expect(answer.status == 503)
                #expect(try answer.code == "DATA_NOT_READY")
            }
            #expect(try await bench.ask("/api/v1/currencies/matrix?codes=EUR,USD").status == 503)
        }
    }

    @Test("a day without rates is answered with the days that there are rates of")
    func coverage() async throws {
        try await withHistory(ECBFile.sheets) { _, archive in
            try await withBench(preferences: ecb, history: archive) { bench in
                try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
                let answer = try await bench.ask(
                    "/api/v1/currencies/convert?from=USD&to=KRW&amount=1&date=1998-12-31")
                #expect(answer.status == 404)
                #expect(answer.text.contains("1998-12-31"))
                #expect(answer.text.contains("of USD from 2026-10-01 to 2026-10-30"))
            }
        }
    }

    // 1300 won for a dollar and 1491.76 ÷ 1.1172 = 1335.27 for it differ by 2.7 %.
    @Test("a past rate of another source than the preferred one says why, and a present one that sources differ")
    func evidence() async throws {
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive([
                ecbSheet("2026-10-30", ["USD": "1.1172", "KRW": "1491.76"]),
                bokSheet("2026-10-30", ["USD": ("1300", 1), "KWD": ("4200", 1)]),
            ])
            let path = "/api/v1/currencies/convert?amount=1&numbers=string&"
            let past = try await bench.ask(path + "from=KWD&to=KRW&date=2026-10-30")
            #expect(past.text.contains(#""fallback":{"preferred_source":"ecb","reason":"missing"}"#), "\(past.text)")
            let present = try await bench.ask(path + "from=USD&to=KRW")
            #expect(present.text.contains(#""source":"ecb""#))
            #expect(present.text.contains(#""disagreement":{"spread_percent":"2.7128""#), "\(present.text)")
            let matrix = try await bench.ask("/api/v1/currencies/matrix?codes=USD,KRW,KWD&numbers=string")
            #expect(matrix.text.contains(#""disagreements":[{"pair":"USD/KRW","spread_percent":"2.7128"}]"#))
            #expect(matrix.text.contains(#"{"preferred_source":"ecb","reason":"missing"}"#), "\(matrix.text)")
        }
    }
}
