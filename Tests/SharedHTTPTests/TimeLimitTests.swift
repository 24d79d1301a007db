import HTTPTypes
import Logging
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@Suite("Time limits", .timeLimit(.minutes(1)))
struct TimeLimitTests {
    @Test("a handler that takes too long is cancelled and answered for: not ready, try again")
    func slowHandler() async throws {
        let gate = Gate()
        let route = Route(
            .get, "/slow", summary: "Waits.",
            handler: { _ in
                try await gate.wait()
                return EdgeReply.success("done")
            })
        let test = try TestEdge([route], adjust: { $0.requestTimeLimit = .seconds(3) })
        async let pending = test.ask("/slow")
        try await gate.waitForArrivals(1)
        try await test.time.waitForSleepers(1)
        test.time.advance(by: .seconds(3))
        let answer = try await pending
        #expect(answer.status == 503)
        #expect(try answer.code == "DATA_NOT_READY")
        #expect(answer.headers[.retryAfter] == "5")
    }

    @Test("a handler that is quick enough leaves no timer behind")
    func quickHandler() async throws {
        let test = try TestEdge()
        #expect(try await test.ask("/api/v1/latest").status == 200)
        #expect(test.time.sleeperCount == 0)
    }

    @Test("an error of the handler is answered as it is, not as a time-out")
    func failingHandler() async throws {
        let route = Route(.get, "/x", summary: "Fails.", handler: { _ in throw ServiceError(.notFound, "No x.") })
        #expect(try await TestEdge([route]).ask("/x").status == 404)
    }
}
