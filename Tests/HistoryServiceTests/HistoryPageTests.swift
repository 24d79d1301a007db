import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Pages of a series", .timeLimit(.minutes(1)))
struct HistoryPageTests {
    private let path = "/api/v1/history"

    /// Every page one after another, from the first on.
    private func pages(_ memory: SeriesMemory, _ query: String) async throws -> [[String: Any]] {
        var points: [[String: Any]] = []
        var cursor: String?
        repeat {
            let more = cursor.map { "&cursor=\($0)" } ?? ""
            let answer = try await ask(memory, "\(path)?\(query)\(more)")
            let page = try answer.results
            #expect(try answer.member("data")["data_points"] as? Int == page.count)
            points += page
            cursor = try answer.member("data")["next_cursor"] as? String
        } while cursor != nil && points.count < 20_000
        return points
    }

    private func texts(_ points: [[String: Any]]) -> [String] {
        points.map { point in point.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ") }
    }

    @Test(
        "they are together what there is without a limit",
        arguments: [
            ("target=USD&period=1m", 5), ("target=USD&period=1m", 23), ("target=USD&period=1m", 1),
            ("target=ISK&from=2008-11-01&to=2018-03-01&fill=linear", 17),
            ("target=ISK&from=2008-11-01&to=2018-03-01&fill=forward", 7),
            ("target=JPY&from=2020-01-15&to=2021-03-10&interval=weekly", 10),
            ("target=JPY&from=2020-01-15&to=2021-03-10&interval=monthly", 4), ("target=USD&period=max", 5000),
        ])
    func together(query: String, limit: Int) async throws {
        let whole = try await ask(ECBFile.memory, "\(path)?\(query)")
        #expect(whole.text.contains(#""next_cursor":null"#))
        let points = try await pages(ECBFile.memory, "\(query)&limit=\(limit)")
        #expect(texts(points) == texts(try whole.results))
    }

    @Test("each has no more than the limit, and the statistics of the whole window")
    func limit() async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?target=USD&period=max&limit=3")
        #expect(try answer.results.count == 3)
        let statistics = try #require(try answer.member("data")["statistics"] as? [String: Any])
        #expect(statistics["data_points"] as? Int == 7126)
        #expect(statistics["max"] as? Double == 1583.00254)
    }

    @Test("they are of the state of the first one, whatever is corrected meanwhile")
    func state() async throws {
        try await withBench { bench in
            try await bench.receive([
                try ecbSheet("2026-10-27", ["KRW": "1400"]), try ecbSheet("2026-10-28", ["KRW": "1410"]),
                try ecbSheet("2026-10-29", ["KRW": "1420"]),
            ])
            let query = "\(path)?target=EUR&period=max&limit=1"
            let first = try await ask(bench.memory, query)
            let cursor = try #require(try first.member("data")["next_cursor"] as? String)
            try await bench.receive([
                try ecbSheet("2026-10-28", ["KRW": "1999"], recordedAfter: 10),
                try ecbSheet("2026-10-30", ["KRW": "1430"], recordedAfter: 20),
            ])
            let second = try await ask(bench.memory, "\(query)&cursor=\(cursor)")
            #expect(try second.results.first?["rate"] as? Double == 1410)
            #expect(second.headers["etag"] != nil)
            let last = try #require(try second.member("data")["next_cursor"] as? String)
            let third = try await ask(bench.memory, "\(query)&cursor=\(last)")
            #expect(try third.results.first?["rate"] as? Double == 1420)
            #expect(third.text.contains(#""next_cursor":null"#))
            let anew = try await ask(bench.memory, "\(path)?target=EUR&period=max")
            #expect(try anew.results.compactMap { $0["rate"] as? Double } == [1400, 1999, 1420, 1430])
        }
    }

    @Test("digits and the form of numbers may change from page to page, the question may not")
    func foreign() async throws {
        let first = try await ask(ECBFile.memory, "\(path)?target=USD&period=1m&limit=2")
        let cursor = try #require(try first.member("data")["next_cursor"] as? String)
        for same in ["target=USD&period=1m&limit=9", "target=usd&period=1m&precision=4&numbers=string"] {
            #expect(try await ask(ECBFile.memory, "\(path)?\(same)&cursor=\(cursor)").status == 200)
        }
        for other in [
            "target=JPY&period=1m", "target=USD&period=3m", "target=USD&from=2026-09-30",
            "target=USD&period=1m&base=EUR",
            "target=USD&period=1m&interval=weekly", "target=USD&period=1m&fill=linear",
            "target=USD&period=1m&as_of=2026-10-30T15:00:00Z",
        ] {
            let answer = try await ask(ECBFile.memory, "\(path)?\(other)&cursor=\(cursor)")
            #expect(answer.status == 400, "\(other)")
            #expect(try answer.message.contains("'cursor'"))
        }
    }

    @Test(
        "a damaged cursor is refused by name",
        arguments: [
            "x", "1.2.3", "..", "-", "zzzzzzzzzzzzzzzzzzzz.zzzzzzzzzzzzzzzzzzzz.0", "a.b.c.d", "",
            String(repeating: "a", count: 101), "%00", "1%2E2",
        ])
    func damaged(cursor: String) async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?target=USD&period=1m&cursor=\(cursor)")
        #expect(answer.status == 400)
        #expect(try answer.code == "INVALID_PARAMETER")
        #expect(try answer.message.contains("cursor"))
    }

    @Test("every changed character of a cursor is noticed")
    func changed() async throws {
        let query = "\(path)?target=USD&period=1m&limit=2"
        let cursor = try #require(try await ask(ECBFile.memory, query).member("data")["next_cursor"] as? String)
        for place in cursor.indices where cursor[place] != "." {
            var changed = cursor
            changed.replaceSubrange(place...place, with: cursor[place] == "1" ? "2" : "1")
            let answer = try await ask(ECBFile.memory, "\(query)&cursor=\(changed)")
            #expect(answer.status == 400, "\(changed)")
        }
    }
}
