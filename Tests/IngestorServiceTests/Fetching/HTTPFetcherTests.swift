import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import IngestorService

@Suite("Fetching")
struct HTTPFetcherTests {
    @Test("an answer is kept byte for byte, with its time, address and telling headers")
    func success() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(
                "/a.xml", .text("<a/>\r\n", contentType: "text/xml", headers: ["ETag": "\"1\"", "Set-Cookie": "x=y"]))
            let payload = try await fetcher(upstream).get("a.xml", atMost: 100)
            #expect(payload.body == Array("<a/>\r\n".utf8))
            #expect(payload.url == "\(upstream.baseURL)/a.xml")
            #expect(payload.status == 200)
            #expect(payload.headers["etag"] == "\"1\"")
            #expect(payload.headers["content-type"] == "text/xml")
            #expect(payload.headers["set-cookie"] == nil)
            #expect(payload.fetchedAt == Rig.fridayEvening)
            #expect(payload.origin == .live)
        }
    }

    @Test("a server error is tried again after 1, 2 and 4 seconds, each up to half as long again")
    func retries() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/a", .status(500), .dropped, .status(503), .text("at last"))
            let pauses = Collected<Duration>()
            let payload = try await fetcher(upstream, time: .pausesPass { pauses.add($0) }).get("a", atMost: 100)
            #expect(payload.body == Array("at last".utf8))
            #expect(pauses.all.count == 3)
            for (pause, least) in zip(pauses.all, [1.0, 2, 4]) {
                #expect(pause >= .seconds(least) && pause <= .seconds(least * 1.5))
            }
        }
    }

    @Test("after four attempts it is given up, with the last reason")
    func givesUp() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/a", .status(502))
            await expectFailure("HTTP 502") { try await fetcher(upstream).get("a", atMost: 100) }
            #expect(upstream.requests.count == 4)
        }
    }

    @Test("429 is asked again no sooner than the source wants")
    func retryAfter() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/a", .status(429, headers: ["Retry-After": "30"]), .text("ok"))
            let pauses = Collected<Duration>()
            _ = try await fetcher(upstream, time: .pausesPass { pauses.add($0) }).get("a", atMost: 100)
            #expect(pauses.all == [.seconds(30)])
        }
    }

    @Test("a source that wants to be left alone for long is, until the next run")
    func longRetryAfter() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/a", .status(429, headers: ["Retry-After": "1200"]), .text("ok"))
            await expectFailure("HTTP 429") { try await fetcher(upstream).get("a", atMost: 100) }
            #expect(upstream.requests.count == 1)
        }
    }

    @Test("what another attempt cannot mend is not tried again", arguments: [400, 401, 404, 304, 204])
    func noRetry(status: Int) async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/a", .status(status), .text("ok"))
            await #expect(throws: FetchFailure.self) { try await fetcher(upstream).get("a", atMost: 100) }
            #expect(upstream.requests.count == 1)
        }
    }

    @Test("a redirect is a failure, and not followed")
    func redirect() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/a", .status(302, headers: ["Location": "\(upstream.baseURL)/b"]))
            upstream.script("/b", .text("elsewhere"))
            await expectFailure("HTTP 302: redirected, which is not followed") {
                try await fetcher(upstream).get("a", atMost: 100)
            }
            #expect(upstream.requests.map(\.path) == ["/a"])
        }
    }

    @Test("an answer larger than allowed is cut off and refused, one of the allowed size is not")
    func size() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/a", .text(String(repeating: "x", count: 101)))
            upstream.script("/b", .text(String(repeating: "x", count: 100)))
            await expectFailure("the answer is larger than 100 bytes") {
                try await fetcher(upstream).get("a", atMost: 100)
            }
            let whole = try await fetcher(upstream).get("b", atMost: 100)
            #expect(whole.body.count == 100)
            #expect(upstream.requests(to: "/a").count == 1)
        }
    }

    @Test("an answer that breaks off is tried again")
    func cutShort() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/a", .text("0123456789", trouble: .cutShort(afterBytes: 4)), .text("0123456789"))
            let payload = try await fetcher(upstream).get("a", atMost: 100)
            #expect(payload.body.count == 10)
        }
    }

    @Test("no answer within the deadline is a failure, before the head and in the middle of the body")
    func deadline() async throws {
        try await withScriptableUpstream { upstream in
            let never = Gate()
            upstream.script("/a", .text("late", trouble: .heldBack(never)))
            upstream.script("/b", .text("0123456789", trouble: .stalled(afterBytes: 3, never)))
            for path in ["a", "b"] {
                await expectFailure("no answer from 127.0.0.1 within 600 s") {
                    try await fetcher(upstream, time: .deadlinePasses(at: upstream)).get(path, atMost: 100)
                }
            }
            #expect(upstream.requests.map(\.path) == ["/a", "/a", "/a", "/a", "/b", "/b", "/b", "/b"])
        }
    }

    @Test("a source that fails five times in a row is left alone for a minute, then asked once")
    func breaker() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/a", .status(500))
            let clock = HandMovedTime(at: Rig.fridayEvening)
            let time = TimeSource(now: { clock.now }, sleep: TimeSource.pausesPass.sleep)
            let fetcher = fetcher(upstream, time: time)
            await expectFailure("HTTP 500") { try await fetcher.get("a", atMost: 100) }
            await expectFailure("127.0.0.1 failed too often and is left alone for a while") {
                try await fetcher.get("a", atMost: 100)
            }
            #expect(upstream.requests.count == 5)
            await #expect(throws: FetchFailure.self) { try await fetcher.get("a", atMost: 100) }
            #expect(upstream.requests.count == 5)
            clock.advance(by: .seconds(60))
            upstream.script("/a", .text("back"))
            let payload = try await fetcher.get("a", atMost: 100)
            #expect(payload.body == Array("back".utf8))
        }
    }

    @Test("nothing listening is a failure in plain words")
    func nobody() async throws {
        let endpoint = SourceEndpoint(base: "http://127.0.0.1:1/", timeout: TimeSource.deadline)
        let fetcher = HTTPFetcher(
            source: .ecb, endpoint: endpoint, tools: FetchTools(time: .pausesPass, logger: RecordedLogs().logger))
        await expectFailure("no connection to 127.0.0.1") { try await fetcher.get("a", atMost: 100) }
    }

    @Test("a key that is part of the path is in no address, no failure and no log line")
    func secrets() async throws {
        try await withScriptableUpstream { upstream in
            let logs = RecordedLogs()
            upstream.script("/s3cret/a", .text("ok"), .dropped)
            let fetcher = HTTPFetcher(
                source: .ecb,
                endpoint: SourceEndpoint(base: upstream.baseURL, apiKey: "s3cret", timeout: TimeSource.deadline),
                tools: FetchTools(time: .pausesPass, logger: logs.logger))
            let payload = try await fetcher.get("{key}/a", atMost: 100)
            #expect(payload.url == "\(upstream.baseURL)/***/a")
            await #expect { try await fetcher.get("{key}/a", atMost: 100) } throws: { !"\($0)".contains("s3cret") }
            #expect(!logs.lines.isEmpty)
            #expect(logs.lines.allSatisfy { !"\($0)".contains("s3cret") })
        }
    }

    private func fetcher(_ upstream: ScriptableUpstream, time: TimeSource = .pausesPass) -> HTTPFetcher {
        HTTPFetcher(
            source: .ecb, endpoint: SourceEndpoint(base: upstream.baseURL, timeout: TimeSource.deadline),
            tools: FetchTools(time: time, logger: RecordedLogs().logger))
    }

    private func expectFailure(
        _ description: String, sourceLocation: SourceLocation = #_sourceLocation,
        _ body: () async throws -> Payload
    ) async {
        await #expect(sourceLocation: sourceLocation) { try await body() } throws: {
            ($0 as? FetchFailure)?.description == description
        }
    }
}
