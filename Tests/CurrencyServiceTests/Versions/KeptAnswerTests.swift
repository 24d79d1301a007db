import HTTPTypes
import SharedDomain
import SharedHTTP
import SharedTelemetry
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Answers that clients and proxies keep")
struct KeptAnswerTests {
    private let path = "/api/v1/currencies/latest"
    private let usual = ["KRW": "1500", "USD": "1.2"]

    private func tag(_ answer: Answer) throws -> String { try #require(answer.headers[.eTag]) }

    @Test("what a client holds is good until the hour ends, and then it gets another")
    func hour() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", usual)])
            bench.time.advance(by: .seconds(900))
            let edge = try bench.edge()
            let first = try await edge.ask(path)
            #expect(first.headers[.cacheControl] == "public, max-age=2700")
            #expect(first.text.contains(#""timestamp":"2026-10-30T15:00:00Z""#))
            bench.time.advance(by: .seconds(2699))
            let again = try await edge.ask(path, held: tag(first))
            #expect(again.status == 304)
            #expect(again.text.isEmpty)
            #expect(again.headers[.cacheControl] == "public, max-age=1")
            bench.time.advance(by: .seconds(1))
            let next = try await edge.ask(path, held: tag(first))
            #expect(next.status == 200)
            #expect(next.text.contains(#""timestamp":"2026-10-30T16:00:00Z""#))
            #expect(next.text.contains(#""age_seconds":3600"#))
        }
    }

    @Test("a correction, of the same day too, ends it at once")
    func correction() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", usual)])
            let edge = try bench.edge()
            let first = try await edge.ask(path)
            let later = ECBFile.recordedAt.advanced(by: .seconds(1))
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1501", "USD": "1.2"], recordedAt: later)])
            let next = try await edge.ask(path, held: tag(first))
            #expect(next.status == 200)
            #expect(next.text.contains(#""EUR":1501"#))
            #expect(try tag(next) != tag(first))
        }
    }

    @Test("it is good after a restart, and at a replica")
    func restart() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            let first = try await bench.ask("\(path)?base=USD&symbols=KRW")
            let holdings = try await CurrencyHoldings.load(
                from: bench.store, rateSources: [.ecb], metrics: MetricsRegistry())
            #expect(holdings.rates !== bench.holdings.rates)
            try await withBench { replica in
                try await replica.receive(ECBFile.sheets(from: "2026-10-01"), inBatchesOf: 5)
                let again = try await replica.edge().ask("\(path)?symbols=krw&base=usd", held: tag(first))
                #expect(again.status == 304)
            }
        }
    }

    @Test("nobody may keep an answer unasked once a publication is due")
    func due() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", usual)])
            bench.time.advance(to: try #require(Instant("2026-11-02T15:00:00Z")))
            let answer = try await bench.ask(path)
            #expect(answer.headers[.cacheControl] == "public, no-cache")
            #expect(answer.headers[.eTag] != nil)
        }
    }

    @Test("errors are kept by nobody, whatever the client says it holds")
    func errors() async throws {
        try await withBench { bench in
            let edge = try bench.edge()
            for status in [503, 404] {
                let answer = try await edge.ask("\(path)?base=RUB", held: "*")
                #expect(answer.status == status)
                #expect(answer.headers[.cacheControl] == "no-store")
                #expect(answer.headers[.eTag] == nil)
                try await bench.receive([ecbSheet("2026-10-30", usual)])
            }
        }
    }

    @Test("while sheets come in, no tag ever stands over two bodies", .timeLimit(.minutes(1)))
    func commits() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", usual)])
            let edge = try bench.edge()
            let seen = try await withThrowingTaskGroup(of: [Answer].self) { group in
                group.addTask {
                    for step in 1...60 {
                        let recordedAt = ECBFile.recordedAt.advanced(by: .milliseconds(step))
                        let prices = ["KRW": "\(1500 + step % 3)", "USD": "1.2"]
                        try await bench.receive([ecbSheet("2026-10-30", prices, recordedAt: recordedAt)])
                    }
                    return []
                }
                for _ in 0..<2 {
                    group.addTask {
                        var answers: [Answer] = []
                        for _ in 0..<150 { answers.append(try await edge.ask(path)) }
                        return answers
                    }
                }
                return try await group.reduce(into: [String: Set<String>]()) { bodies, answers in
                    for answer in answers { bodies[answer.headers[.eTag] ?? "none", default: []].insert(answer.text) }
                }
            }
            #expect(seen["none"] == nil)
            #expect(seen.values.allSatisfy { $0.count == 1 })
        }
    }
}
