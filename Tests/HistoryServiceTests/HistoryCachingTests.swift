import Foundation
import HTTPTypes
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Series that a client holds already", .timeLimit(.minutes(1)))
struct HistoryCachingTests {
    private let uri = "/api/v1/history?target=USD&period=1w"

    // 2026-10-30 is a Friday; the next rates come out on Monday at 16:00 in Frankfurt, 15:00 UTC: in 259,200 seconds.
    @Test("they are fresh until the next publication, and then asked for until it is in")
    func freshness() async throws {
        let time = HandMovedTime()
        let first = try await ask(ECBFile.memory, uri, at: time)
        #expect(first.headers["cache-control"] == "public, max-age=259200")
        #expect(first.text.contains(#""timestamp":"2026-10-30T15:00:00Z""#))
        let tag = try #require(first.headers["etag"])
        time.advance(by: .seconds(259_199))
        #expect(try await ask(ECBFile.memory, uri, at: time).headers["cache-control"] == "public, max-age=1")
        time.advance(by: .seconds(1))
        let due = try await ask(ECBFile.memory, uri, headers: [.ifNoneMatch: tag], at: time)
        #expect(due.status == 304)
        #expect(due.headers["cache-control"] == "public, no-cache")
    }

    @Test("the bytes under one tag are the same, whenever they are asked for")
    func bytes() async throws {
        let time = HandMovedTime()
        let first = try await ask(ECBFile.memory, uri, at: time)
        time.advance(by: .seconds(86_400))
        let second = try await ask(ECBFile.memory, uri, at: time)
        #expect(first.headers["etag"] == second.headers["etag"] && first.headers["etag"] != nil)
        #expect(first.text == second.text)
    }

    @Test("after a restart they have the same tag; after a correction, a withdrawal or a new sheet another one")
    func corrections() async throws {
        try await withBench { bench in
            let uri = "/api/v1/history?target=USD&period=max"
            var tags: [String] = []
            let steps = [
                try ecbSheet("2026-10-29", ["KRW": "1490", "USD": "1.1"]),
                try ecbSheet("2026-10-30", ["KRW": "1491", "USD": "1.2"]),
                try ecbSheet("2026-10-30", ["KRW": "1492", "USD": "1.2"], recordedAfter: 10),
                try ecbSheet("2026-10-29", ["KRW": "1490"], recordedAfter: 20),
                try ecbSheet("2026-10-29", ["KRW": "1490", "USD": "1.1"], recordedAfter: 30),
            ]
            for sheet in steps {
                try await bench.receive([sheet])
                let answer = try await ask(bench.memory, uri)
                let restarted = try await ask(SeriesMemory.load(from: bench.store), uri)
                #expect(answer.headers["etag"] == restarted.headers["etag"])
                #expect(answer.text == restarted.text)
                tags.append(try #require(answer.headers["etag"]))
            }
            #expect(Set(tags).count == steps.count)
        }
    }

    @Test(
        "errors are never kept",
        arguments: ["target=VND&period=1w", "target=USD&period=4d", "target=USD&from=2027-01-01"])
    func errors(query: String) async throws {
        let answer = try await ask(ECBFile.memory, "/api/v1/history?\(query)")
        #expect(answer.headers["cache-control"] == "no-store")
        #expect(answer.headers["etag"] == nil)
    }
}
