import SharedDatabase
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import RankingService

@Suite(.timeLimit(.minutes(1)))
struct ChartRoutesTests {
    @Test("today so far against yesterday, with each country's money and its rate")
    func daily() async throws {
        try await withTwoDays { _, client in
            let answer = try await client.get("/api/v1/rankings?period=daily")
            #expect(answer.status == 200)
            let data = try #require(answer.body["data"])
            #expect(data.texts("period", "total_selections", "rates_stale") == ["daily", "4", "false"])
            #expect(data["window"]?.texts("from", "to") == ["2026-10-31", "2026-10-31"])
            #expect(data["last_updated"]?.text == "2026-10-31T03:00:00Z")
            #expect(data["partial"] == .array([]))
            let summary = data["ranking"]?.elements.map { entry in
                entry.texts(
                    "rank", "country_code", "country_name", "currency_code", "score", "percentage", "change",
                    "change_value", "previous_rank", "current_rate", "rate_observed_on", "rate_source", "rate_stale")
            }
            #expect(
                summary == [
                    [
                        "1", "US", "미국", "USD", "2", "50.0", "UP", "1", "2", "1335.266738", "2026-10-30", "ecb",
                        "false",
                    ],
                    [
                        "2", "JP", "일본", "JPY", "1", "25.0", "DOWN", "1", "1", "8.491347905", "2026-10-30", "ecb",
                        "false",
                    ],
                    ["2", "KR", "대한민국", "KRW", "1", "25.0", "NEW", "0", "null", "null", "null", "null", "null"],
                ])
            #expect(
                data["pagination"]?.texts("current_page", "total_pages", "has_next", "has_previous")
                    == ["1", "1", "false", "false"])
        }
    }

    @Test("a page of it")
    func page() async throws {
        try await withTwoDays { _, client in
            let data = try await client.get("/api/v1/rankings?period=daily&limit=1&offset=1").body["data"]
            #expect(data?["ranking"]?.elements.map { $0["country_code"]?.text } == ["JP"])
            #expect(
                data?["pagination"]?.texts("current_page", "total_pages", "has_next", "has_previous")
                    == ["2", "3", "true", "true"])
        }
    }

    @Test("names follow lang, then Accept-Language, then Korean")
    func languages() async throws {
        try await withTwoDays { _, client in
            let uri = "/api/v1/rankings?period=daily&limit=1"
            let answers = [
                try await client.get(uri + "&lang=en", headers: ["Accept-Language": "ko"]),
                try await client.get(uri, headers: ["Accept-Language": "en-GB,ko;q=0.5"]),
                try await client.get(uri),
            ]
            let names = answers.map { $0.body["data"]?["ranking"]?.elements.first?["country_name"]?.text }
            #expect(names == ["United States", "United States", "미국"])
        }
    }

    @Test("numbers=string gives every digit of a rate as text")
    func strings() async throws {
        try await withTwoDays { _, client in
            let answer = try await client.get("/api/v1/rankings?period=daily&limit=1&numbers=string")
            let entry = try #require(answer.body["data"]?["ranking"]?.elements.first)
            #expect(entry["current_rate"] == .string("1335.266738"))
            #expect(entry["percentage"]?.text == "50.0")
        }
    }

    @Test("an empty chart is an answer")
    func empty() async throws {
        try await withRanking { ranking in
            try await ranking.ask { client in
                let answer = try await client.get("/api/v1/rankings?period=daily")
                #expect(answer.status == 200)
                let data = try #require(answer.body["data"])
                #expect(data["ranking"] == .array([]))
                #expect(data["total_selections"]?.text == "0")
                // Midnight in Seoul.
                #expect(data["last_updated"]?.text == "2026-10-29T15:00:00Z")
            }
        }
    }

    @Test("with currency down from the first, the chart is served without rates and says so")
    func noRates() async throws {
        try await withTwoDays { ranking, client in
            ranking.rates.fail()
            let answer = try await client.get("/api/v1/rankings?period=daily&limit=1")
            #expect(answer.status == 200)
            let data = try #require(answer.body["data"])
            #expect(data["partial"]?.elements == [.string("rates")])
            #expect(data["rates_stale"] == .bool(false))
            let entry = try #require(data["ranking"]?.elements.first)
            #expect(entry.texts("country_code", "current_rate", "rate_stale") == ["US", "null", "null"])
        }
    }

    @Test("with currency down later, the last good rates are shown and marked")
    func outdatedRates() async throws {
        try await withTwoDays { ranking, client in
            let uri = "/api/v1/rankings?period=daily&limit=1"
            _ = try await client.get(uri)
            ranking.rates.fail()
            ranking.time.advance(by: .seconds(30))
            let data = try #require(try await client.get(uri).body["data"])
            #expect(data["rates_stale"] == .bool(true))
            #expect(data["partial"] == .array([]))
            let entry = try #require(data["ranking"]?.elements.first)
            #expect(
                entry.texts("current_rate", "rate_observed_on", "rate_stale") == ["1335.266738", "2026-10-30", "true"])
        }
    }

    @Test(
        "what cannot be served is refused by name",
        arguments: [
            ("", "MISSING_PARAMETER", "period"), ("period=", "INVALID_PERIOD", "period"),
            ("period=weekly", "INVALID_PERIOD", "period"), ("period=trending", "INVALID_PERIOD", "period"),
            ("period=Daily", "INVALID_PERIOD", "period"), ("period=daily&limit=0", "INVALID_PARAMETER", "limit"),
            ("period=daily&limit=51", "INVALID_PARAMETER", "limit"),
            ("period=daily&limit=-1", "INVALID_PARAMETER", "limit"),
            ("period=daily&limit=1e9", "INVALID_PARAMETER", "limit"),
            ("period=daily&limit=99999999999999999999", "INVALID_PARAMETER", "limit"),
            ("period=daily&offset=-1", "INVALID_PARAMETER", "offset"),
            ("period=daily&offset=10001", "INVALID_PARAMETER", "offset"),
            ("period=daily&lang=fr", "INVALID_PARAMETER", "lang"),
            ("period=daily&colour=red", "INVALID_PARAMETER", "colour"),
            ("period=daily&period=daily", "INVALID_PARAMETER", "period"),
        ])
    func refused(query: String, code: String, parameter: String) async throws {
        try await withRanking { ranking in
            try await ranking.ask { client in
                let answer = try await client.get("/api/v1/rankings?" + query)
                #expect(answer.status == 400)
                #expect(answer.errorCode == code)
                #expect(answer.body["error"]?["details"]?["parameter"]?.text == parameter)
            }
        }
    }

    @Test("a period that is not served is answered with those that are")
    func periods() async throws {
        try await withRanking { ranking in
            try await ranking.ask { client in
                let answer = try await client.get("/api/v1/rankings?period=monthly")
                #expect(answer.body["error"]?["details"]?["expected"]?.text == "one of daily")
            }
        }
    }

    @Test("when the store does not answer, charts are still served from memory")
    func fromMemory() async throws {
        try await withTwoDays { ranking, client in
            await ranking.store.store.close()
            let answer = try await client.get("/api/v1/rankings?period=daily")
            #expect(answer.status == 200)
            #expect(answer.body["data"]?["total_selections"]?.text == "4")
        }
    }

    @Test("what memory does not hold when the store does not answer can be asked for again later")
    func unavailable() async throws {
        try await withRanking { ranking in
            // A clock that was set back: of these days nothing was read.
            let earlier = try instant("2026-09-01T00:00:00Z")
            let charts = ChartReader(
                store: ranking.store, zone: ranking.charts.zone, time: HandMovedTime(at: earlier).source,
                minimumUsers: 1)
            #expect(charts.heldCounts(.daily) == nil)
            #expect(try await charts.chart(.daily).entries.isEmpty)
            await ranking.store.store.close()
            try await ranking.ask(charts) { client in
                let answer = try await client.get("/api/v1/rankings?period=daily")
                #expect(answer.status == 503)
                #expect(answer.errorCode == "DATABASE_UNAVAILABLE")
                #expect(answer.headers["retry-after"] != nil)
            }
        }
    }
}
