import SharedDomain
import SharedTesting
import Testing

@testable import IngestorService

@Suite("Asking the Export-Import Bank of Korea")
struct KEXIMSourceTests {
    /// The last ten Korean banking days up to Friday 2026-10-30, newest first: the PyPI package holidays has no holiday
    /// among them.
    private static let days = [
        "20261030", "20261029", "20261028", "20261027", "20261026", "20261023", "20261022", "20261021", "20261020",
        "20261019",
    ]

    @Test("each missing day is a call, newest first, and what is held or known to be empty is not asked again")
    func missingDays() async throws {
        try await withSource { rig, upstream in
            upstream.script(
                KEXIMFixture.path, .json(KEXIMFixture.friday), .json(KEXIMFixture.friday), .json(KEXIMFixture.nothing))
            let first = try await rig.collector.collect(.single)
            #expect(first.summary == "kexim: accepted 2, duplicate 0, corrected 0, refused 0")
            #expect(upstream.daysAskedFor == Self.days)
            #expect(try await rig.sheets().map { "\($0.day)" } == ["2026-10-29", "2026-10-30"])
            let second = try await rig.collector.collect(.single)
            #expect(second.summary == "kexim: accepted 0, duplicate 0, corrected 0, refused 0")
            #expect(upstream.requests.count == Self.days.count)
        }
    }

    @Test("a sheet is in won, exact, with its units and transfer prices, published at 11:00 in Seoul")
    func sheet() async throws {
        try await withSource { rig, upstream in
            upstream.script(KEXIMFixture.path, .json(KEXIMFixture.friday), .json(KEXIMFixture.nothing))
            _ = try await rig.collector.collect(.single)
            let sheet = try #require(try await rig.sheets().first)
            #expect(sheet.source == .kexim)
            #expect(sheet.pivot == .krw)
            #expect("\(sheet.publishedAt)" == "2026-10-30T02:00:00Z")
            let quotes = sheet.quotes.map { quote in
                "\(quote.currency) \(quote.price) per \(quote.unit), "
                    + (quote.transfer.map { "\($0.buying) to \($0.selling)" } ?? "no transfer")
            }
            #expect(
                quotes == [
                    "CNY 196.57 per 1, 194.6 to 198.53", "JPY 876.39 per 100, 867.62 to 885.15",
                    "USD 1335.3 per 1, 1321.94 to 1348.65",
                ])
            #expect(sheet.quotes.allSatisfy { $0.direction == .inPivot })
        }
    }

    @Test("today is asked for from 11:00 in Seoul on, over and over until it is there")
    func today() async throws {
        // 10:59:59 in Seoul on Monday 2026-11-02.
        let before = try #require(Instant("2026-11-02T01:59:59Z"))
        try await withSource(at: before) { rig, upstream in
            upstream.script(KEXIMFixture.path, .json(KEXIMFixture.nothing))
            _ = try await rig.collector.collect(.scheduler)
            #expect(upstream.daysAskedFor == Self.days)
            rig.time.advance(by: .seconds(1))
            for _ in 0..<3 { _ = try await rig.collector.collect(.scheduler) }
            #expect(upstream.daysAskedFor == Self.days + Array(repeating: "20261102", count: 3))
            // Six hours later it is no longer expected: asked once more, then settled.
            rig.time.advance(by: PublicationCalendar.keximGrace)
            for _ in 0..<3 { _ = try await rig.collector.collect(.scheduler) }
            #expect(upstream.daysAskedFor == Self.days + Array(repeating: "20261102", count: 4))
        }
    }

    @Test("the key is in the call and nowhere else, whatever characters it has")
    func key() async throws {
        let key = "k+y/=&x 2026%"
        try await withScriptableUpstream { upstream in
            upstream.script(KEXIMFixture.path, .json(KEXIMFixture.friday), .dropped)
            let logs = RecordedLogs()
            let source = KEXIMSource.at(upstream, key: key, logger: logs.logger)
            try await withRig(sources: [source]) { rig in
                let report = try await rig.collector.collect(.single)
                #expect(upstream.requests[0].query == "authkey=k%2By%2F%3D%26x%202026%25&searchdate=20261030&data=AP01")
                let payload = try #require(try await rig.store.newestPayload(of: .kexim))
                #expect(
                    payload.url == "\(upstream.baseURL)/exchangeJSON?authkey=***&searchdate=20261030&data=AP01")
                #expect(report.outcomes.map(\.failure) == ["no connection to 127.0.0.1"])
                let said = logs.lines.map { "\($0)" } + rig.logs.lines.map { "\($0)" }
                #expect(!said.isEmpty)
                #expect(said.allSatisfy { !$0.contains("k+y") && !$0.contains("k%2By") })
                // And what was archived can be read again.
                #expect(try source.parse(payload).map(\.day) == [try .of("2026-10-30")])
            }
        }
    }

    @Test(
        "a refusal is a failure that says what to do, and the other days are not asked for",
        arguments: [(2, "result 2"), (3, "check KEXIM_API_KEY"), (4, "used up (result 4)")])
    func refusal(code: Int, reason: String) async throws {
        try await withSource { rig, upstream in
            upstream.script(KEXIMFixture.path, .json(KEXIMFixture.friday), .json(KEXIMFixture.refusal(code)))
            let report = try await rig.collector.collect(.single)
            #expect(report.outcomes.map(\.counts) == [Counts(accepted: 1)])
            #expect(report.failures.contains(reason))
            #expect(upstream.requests.count == 2)
        }
    }

    @Test("once the day's calls are used up it is asked again tomorrow")
    func limit() async throws {
        try await withSource { rig, upstream in
            upstream.script(KEXIMFixture.path, .json(KEXIMFixture.refusal(4)), .json(KEXIMFixture.friday))
            for _ in 0..<3 { _ = try await rig.collector.collect(.scheduler) }
            #expect(upstream.requests.count == 1)
            #expect(
                rig.status.snapshot.lastError
                    == "kexim: it was asked as often as it may be on 2026-10-31; tomorrow again")
            rig.time.advance(by: .seconds(24 * 3600))
            let report = try await rig.collector.collect(.scheduler)
            #expect(report.outcomes.map(\.counts) == [Counts(accepted: 10)])
        }
    }

    @Test("a day that fails is asked for again, and holds up no other")
    func gap() async throws {
        try await withSource { rig, upstream in
            upstream.script(
                KEXIMFixture.path, .json(KEXIMFixture.friday), .status(404), .json(KEXIMFixture.friday),
                .json(KEXIMFixture.nothing))
            let first = try await rig.collector.collect(.scheduler)
            #expect(first.outcomes.map(\.counts) == [Counts(accepted: 1)])
            #expect(first.outcomes.map(\.failure) == ["HTTP 404"])
            #expect(!first.everySourceFailed)
            #expect(try await rig.store.sourceStates().map(\.lastSuccess) == [rig.time.now])
            let second = try await rig.collector.collect(.scheduler)
            #expect(second.outcomes.map(\.counts) == [Counts(accepted: 1)])
            #expect(second.outcomes.map(\.failure) == [nil])
            #expect(upstream.daysAskedFor == ["20261030", "20261029"] + Self.days.dropFirst())
        }
    }

    @Test("null, as for a day it cannot read, is a failure that is archived", arguments: ["null", "", "<html>"])
    func unreadable(body: String) async throws {
        try await withSource { rig, upstream in
            upstream.script(KEXIMFixture.path, .json(body))
            let report = try await rig.collector.collect(.single)
            #expect(report.everySourceFailed)
            #expect(report.failures.hasPrefix("kexim: unreadable: "))
            #expect(try await rig.store.newestPayload(of: .kexim)?.body == Array(body.utf8))
            #expect(try await rig.events().isEmpty)
        }
    }

    @Test("a server error is tried again, and 429 left alone for as long as the bank wants")
    func retries() async throws {
        try await withSource { rig, upstream in
            upstream.script(
                KEXIMFixture.path, .status(503), .status(500), .json(KEXIMFixture.friday),
                .status(429, headers: ["Retry-After": "1200"]))
            let report = try await rig.collector.collect(.single)
            #expect(report.outcomes.map(\.counts) == [Counts(accepted: 1)])
            #expect(report.outcomes.map(\.failure) == ["HTTP 429"])
            #expect(upstream.daysAskedFor == ["20261030", "20261030", "20261030", "20261029"])
        }
    }

    @Test("when it fails without end it is left alone, and says so")
    func breaker() async throws {
        try await withSource { rig, upstream in
            upstream.script(KEXIMFixture.path, .status(500))
            for _ in 0..<3 { _ = try await rig.collector.collect(.scheduler) }
            #expect(upstream.requests.count == 5)
            #expect(rig.status.snapshot.lastError?.hasSuffix("failed too often and is left alone for a while") == true)
        }
    }

    @Test("a jump is confirmed by the next day, which asks for the doubted one again")
    func jump() async throws {
        let thursday = try #require(Instant("2026-10-29T12:00:00Z"))
        let euro = KEXIMFixture.row("EUR", "1,491.76")
        func day(_ dollar: String) -> ScriptedAnswer {
            .json(KEXIMFixture.day(KEXIMFixture.row("USD", dollar), euro))
        }
        try await withSource(at: thursday) { rig, upstream in
            upstream.script(KEXIMFixture.path, day("1,700"), day("1,335.3"), .json(KEXIMFixture.nothing))
            let first = try await rig.collector.collect(.scheduler)
            #expect(first.outcomes.map(\.counts) == [Counts(accepted: 2, refused: 1)])
            let asked = upstream.requests.count
            // As long as there is no new day, nothing can confirm it.
            upstream.script(KEXIMFixture.path, .json(KEXIMFixture.nothing), day("1,710"), day("1,700"))
            rig.time.advance(by: .seconds(14 * 3600))
            #expect(try await rig.collector.collect(.scheduler).outcomes.map(\.counts) == [Counts()])
            rig.time.advance(by: .seconds(3600))
            let second = try await rig.collector.collect(.scheduler)
            #expect(second.outcomes.map(\.counts) == [Counts(accepted: 1, corrected: 1)])
            #expect(upstream.daysAskedFor.dropFirst(asked) == ["20261030", "20261030", "20261029"])
            let dollars = try await rig.sheets().map { $0.quote(for: .usd)?.price.description }
            #expect(dollars == ["1335.3", nil, "1700", "1710"])
        }
    }

    @Test("it is asked at most 250 times a day in Seoul")
    func budget() throws {
        let calls = KEXIMCalls()
        let evening = try #require(Instant("2026-10-30T14:59:59Z"))
        for _ in 0..<250 { try calls.begin(at: evening) }
        #expect(throws: FetchFailure.self) { try calls.begin(at: evening) }
        // Midnight in Seoul.
        try calls.begin(at: evening.advanced(by: .seconds(1)))
    }

    private func withSource(
        at start: Instant = Rig.fridayEvening, _ body: (Rig, ScriptableUpstream) async throws -> Void
    ) async throws {
        try await withScriptableUpstream { upstream in
            try await withRig(sources: [KEXIMSource.at(upstream)], time: HandMovedTime(at: start)) { rig in
                try await body(rig, upstream)
            }
        }
    }
}
