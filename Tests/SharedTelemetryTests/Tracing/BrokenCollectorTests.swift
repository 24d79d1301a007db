import Logging
import SharedTelemetry
import SharedTesting
import Testing

@Suite("a collector that does not do its work", .timeLimit(.minutes(1)))
struct BrokenCollectorTests {
    private let path = "/v1/traces"

    @Test("one that hangs costs no more memory than the queue, and no work waits for it")
    func hangs() async throws {
        try await withScriptableUpstream { upstream in
            let gate = Gate()
            upstream.script(path, .init(trouble: .heldBack(gate)), .status(200))
            let bench = try ExporterBench(upstream.baseURL)
            try await bench.run {
                bench.makeSpans(512)
                try await upstream.waitForRequests(1)
                // None of these can wait: nothing moves until the deadline, and the clock stands.
                bench.makeSpans(10_000)
                #expect(try await bench.queued() == 2048)
                try await bench.expectCounts(dropped: 10_000 - 2048)
                // The clock wakes the regular look, the deadline, and then the pause before the second attempt.
                try await bench.time.waitForSleepers(2)
                bench.time.advance(by: OTLPLimits.deadline)
                try await bench.time.waitForSleepers(2)
                bench.time.advance(by: .seconds(1))
                try await bench.expectCounts(exported: 512 + 2048, dropped: 10_000 - 2048)
            }
            gate.open()
            #expect(bench.logs.lines.map(\.level) == [.warning, .info])
        }
    }

    @Test("one that stalls in the middle of its answer is left at the deadline")
    func stalls() async throws {
        try await withScriptableUpstream { upstream in
            let gate = Gate()
            upstream.script(
                path, .text("{}      ", trouble: .stalled(afterBytes: 2, gate)), .status(200))
            let bench = try ExporterBench(upstream.baseURL)
            try await bench.run {
                bench.makeSpans(512)
                try await gate.waitForArrivals(1)
                try await bench.time.waitForSleepers(2)
                bench.time.advance(by: OTLPLimits.deadline)
                try await bench.time.waitForSleepers(2)
                bench.time.advance(by: .seconds(1))
                try await bench.expectCounts(exported: 512)
            }
            gate.open()
        }
    }

    @Test("one that hangs when the service stops is waited for for two seconds")
    func hangsAtStop() async throws {
        try await withScriptableUpstream { upstream in
            let gate = Gate()
            upstream.script(path, .init(trouble: .heldBack(gate)))
            let bench = try ExporterBench(upstream.baseURL)
            bench.makeSpans(600)
            try await bench.run(isStuck: true) { try await upstream.waitForRequests(1) }
            gate.open()
            try await bench.expectCounts(dropped: 88, failed: 512)
            #expect(upstream.requests.count == 1)
            #expect(bench.logs.lines.isEmpty)
        }
    }

    @Test("one that is overloaded is asked again when it says", arguments: [429, 502, 503, 504])
    func overloaded(_ status: Int) async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(path, .status(status, headers: ["Retry-After": "7"]), .status(200))
            let bench = try ExporterBench(upstream.baseURL)
            try await bench.run {
                bench.makeSpans(512)
                try await bench.waitForPause(afterFailures: 1)
                bench.time.advance(by: .milliseconds(6999))
                // The regular look sleeps again, the pause still.
                try await bench.time.waitForSleepers(2)
                #expect(upstream.requests.count == 1)
                bench.time.advance(by: .milliseconds(1))
                try await bench.expectCounts(exported: 512)
            }
            #expect(upstream.requests.count == 2)
            #expect(upstream.requests.first?.body == upstream.requests.last?.body)
        }
    }

    @Test("one that asks for a very long pause gets half a minute, one that asks nonsense our own")
    func longPause() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(
                path, .status(503, headers: ["Retry-After": "4000000000"]),
                .status(503, headers: ["Retry-After": "-1"]), .status(200))
            let bench = try ExporterBench(upstream.baseURL)
            try await bench.run {
                bench.makeSpans(512)
                try await bench.waitForPause(afterFailures: 1)
                bench.time.advance(by: .seconds(30))
                try await bench.waitForPause(afterFailures: 2)
                bench.time.advance(by: .seconds(2))
                try await bench.expectCounts(exported: 512)
            }
        }
    }

    @Test("after four attempts a batch is given up")
    func givenUp() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(path, .status(503))
            let bench = try ExporterBench(upstream.baseURL)
            try await bench.run {
                bench.makeSpans(512)
                for attempt in 1...3 {
                    try await bench.waitForPause(afterFailures: attempt)
                    bench.time.advance(by: .seconds(4))
                }
                try await bench.expectCounts(failed: 512)
            }
            #expect(upstream.requests.count == 4)
            #expect(bench.logs.lines.map(\.level) == [.warning])
            #expect(bench.logs.lines.first?.metadata["cause"] == "HTTP 503")
        }
    }

    @Test("one that refuses is not asked again", arguments: [400, 401, 404, 413, 500, 501])
    func refuses(_ status: Int) async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(path, .status(status))
            let bench = try ExporterBench(upstream.baseURL)
            bench.makeSpans(3)
            try await bench.run {}
            try await bench.expectCounts(failed: 3)
            #expect(upstream.requests.count == 1)
        }
    }

    @Test("a redirect is not followed, so that no key goes elsewhere", arguments: [301, 302, 303, 307, 308])
    func redirects(_ status: Int) async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(path, .status(status, headers: ["Location": upstream.baseURL + "/elsewhere"]))
            upstream.script("/elsewhere", .status(200))
            let bench = try ExporterBench(upstream.baseURL, headers: ["authorization": "Bearer secret"])
            bench.makeSpans(3)
            try await bench.run {}
            try await bench.expectCounts(failed: 3)
            #expect(upstream.requests.map(\.path) == [path])
            #expect(!bench.logs.lines.contains { "\($0)".contains("secret") })
        }
    }

    @Test("one that is not there costs no more memory than the queue, and one line in the log")
    func absent() async throws {
        let bench = try ExporterBench("http://127.0.0.1:\(try freePort())")
        try await bench.run(isStuck: true) {
            bench.makeSpans(512)
            for attempt in 1...3 {
                try await bench.waitForPause(afterFailures: attempt)
                bench.makeSpans(5000)
                #expect(try await bench.queued() == 2048)
                bench.time.advance(by: .seconds(4))
            }
            try await bench.waitForPause(afterFailures: 5)
        }
        // The second batch was on its way, the others waited.
        try await bench.expectCounts(dropped: 15_000 - 512, failed: 1024)
        #expect(bench.logs.lines.map(\.level) == [.warning])
    }
}
