import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import RankingService

@Suite("Charts that a client holds already", .timeLimit(.minutes(1)))
struct ChartCachingTests {
    private let uri = "/api/v1/rankings?period=daily"

    @Test("they are asked for each time, and answered 304 until something in them changes")
    func notModified() async throws {
        try await withTwoDays { ranking, client in
            let first = try await client.get(uri)
            #expect(first.headers["cache-control"]?.contains("no-cache") == true, "\(first.headers)")
            #expect(first.body["timestamp"]?.text == "2026-10-31T03:00:00Z")
            let tag = try #require(first.headers["etag"])
            #expect(try await client.get(uri, headers: ["If-None-Match": tag]).status == 304)
            // A repetition that does not count, and the same rates fetched again.
            _ = try await client.select(#"{"user_id":"1","country_code":"US"}"#)
            ranking.time.advance(by: .seconds(31))
            #expect(try await client.get(uri, headers: ["If-None-Match": tag]).status == 304)
            #expect(ranking.rates.calls == 2)

            _ = try await client.select(#"{"user_id":"9","country_code":"US"}"#)
            let second = try await client.get(uri, headers: ["If-None-Match": tag])
            #expect(second.status == 200)
            #expect(second.body["data"]?["total_selections"]?.text == "5")
            #expect(second.headers["etag"] != tag)
        }
    }

    @Test("a chart is another one after midnight, and when currency stops answering")
    func changes() async throws {
        try await withTwoDays { ranking, client in
            var tags: [String?] = [try await client.get(uri).headers["etag"]]
            ranking.rates.fail()
            ranking.time.advance(by: .seconds(30))
            tags.append(try await client.get(uri).headers["etag"])
            ranking.time.advance(to: try instant("2026-10-31T15:00:00Z"))
            tags.append(try await client.get(uri).headers["etag"])
            #expect(!tags.contains(nil) && Set(tags).count == 3, "\(tags)")
        }
    }

    @Test("after a restart the same chart has the same tag and the same bytes")
    func restart() async throws {
        try await withTwoDays { ranking, client in
            let before = try await client.get(uri)
            let store = RankingStore(
                store: ranking.store.store, countsOncePerDay: true, idempotencyRetention: .seconds(86_400))
            let charts = ChartReader(
                store: store, zone: ranking.charts.zone, time: ranking.time.source, minimumUsers: 1)
            try await charts.fillMemory()
            ranking.time.advance(by: .seconds(7))
            let after = try await ranking.ask(charts) { try await $0.get(uri) }
            #expect(after.headers["etag"] == before.headers["etag"])
            #expect(after.text == before.text)
        }
    }

    @Test("pages, languages and ways of writing numbers have tags of their own")
    func questions() async throws {
        try await withTwoDays { _, client in
            var tags: Set<String?> = []
            for query in ["", "&limit=1", "&limit=1&offset=1", "&lang=en", "&numbers=string"] {
                tags.insert(try await client.get(uri + query).headers["etag"])
            }
            tags.insert(try await client.get(uri, headers: ["Accept-Language": "en"]).headers["etag"])
            // English is English, however it is asked for.
            #expect(tags.count == 5 && !tags.contains(nil), "\(tags)")
        }
    }

    @Test("selections are never kept")
    func selections() async throws {
        try await withTwoDays { _, client in
            let answer = try await client.select(#"{"user_id":"9","country_code":"US"}"#)
            #expect(answer.headers["cache-control"] == "no-store")
            #expect(answer.headers["etag"] == nil)
        }
    }
}
