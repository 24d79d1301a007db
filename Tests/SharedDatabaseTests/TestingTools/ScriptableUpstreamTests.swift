import Foundation
import SharedTesting
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite("Scriptable upstream", .timeLimit(.minutes(1)))
struct ScriptableUpstreamTests {
    /// A client without memory: each test sees its own connections only.
    private let session = URLSession(configuration: .ephemeral)

    private struct Answer: Equatable {
        var status = 200
        let body: String
    }

    private func get(_ upstream: ScriptableUpstream, _ path: String) async throws -> Answer {
        let url = try #require(URL(string: upstream.baseURL + path))
        let (data, response) = try await session.data(from: url)
        let status = try #require(response as? HTTPURLResponse).statusCode
        return Answer(status: status, body: String(decoding: data, as: UTF8.self))
    }

    @Test("gives the scripted answers in order and then the last one again")
    func answersInOrder() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/rates", .status(503, headers: ["Retry-After": "1"]), .text("one"), .text("two"))
            var answers: [Answer] = []
            for _ in 1...4 { answers.append(try await get(upstream, "/rates")) }
            #expect(
                answers == [
                    Answer(status: 503, body: ""), Answer(body: "one"), Answer(body: "two"), Answer(body: "two"),
                ])
        }
    }

    @Test("answers 404 where nothing is scripted")
    func unknownPath() async throws {
        try await withScriptableUpstream { upstream in
            let answer = try await get(upstream, "/elsewhere")
            #expect(answer.status == 404)
        }
    }

    @Test("writes down what it was asked")
    func recordsRequests() async throws {
        try await withScriptableUpstream { upstream in
            var request = URLRequest(url: try #require(URL(string: upstream.baseURL + "/in?day=2026-10-30")))
            request.httpMethod = "POST"
            request.setValue("secret", forHTTPHeaderField: "X-Key")
            request.httpBody = Data("payload".utf8)
            _ = try await session.data(for: request)
            let recorded = try #require(upstream.requests.first)
            #expect(recorded.method == "POST")
            #expect(recorded.path == "/in")
            #expect(recorded.query == "day=2026-10-30")
            #expect(recorded.headers["x-key"] == "secret")
            #expect(recorded.body == Array("payload".utf8))
            #expect(upstream.requests(to: "/other").isEmpty)
        }
    }

    @Test("holds an answer back until the gate is opened")
    func holdsBack() async throws {
        try await withScriptableUpstream { upstream in
            let gate = Gate()
            upstream.script("/slow", .text("late", trouble: .heldBack(gate)))
            async let answer = get(upstream, "/slow")
            try await gate.waitForArrivals(1)
            #expect(upstream.requests.count == 1)
            gate.open()
            #expect(try await answer == Answer(body: "late"))
        }
    }

    @Test("goes on with a stalled body once the gate is opened")
    func stalls() async throws {
        try await withScriptableUpstream { upstream in
            let gate = Gate()
            upstream.script("/slow", .text("half and half", trouble: .stalled(afterBytes: 4, gate)))
            async let answer = get(upstream, "/slow")
            try await gate.waitForArrivals(1)
            gate.open()
            #expect(try await answer == Answer(body: "half and half"))
        }
    }

    @Test("drops a connection before the answer, or in the middle of it")
    func drops() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/gone", .dropped)
            upstream.script("/cut", .text("only half of this", trouble: .cutShort(afterBytes: 4)))
            await #expect(throws: URLError.self) { try await get(upstream, "/gone") }
            await #expect(throws: URLError.self) { try await get(upstream, "/cut") }
            #expect(upstream.requests(to: "/cut").count >= 1)
        }
    }

    @Test("stops although a request still waits at a gate")
    func stopsWithRequestsUnderWay() async throws {
        let pending = try await withScriptableUpstream { upstream in
            let gate = Gate()
            upstream.script("/slow", .text("never", trouble: .heldBack(gate)))
            let url = try #require(URL(string: upstream.baseURL + "/slow"))
            let pending = Task { [session] in try await session.data(from: url) }
            try await gate.waitForArrivals(1)
            return pending
        }
        // Ended by the upstream; to cancel it could deadlock inside URLSession on Linux.
        await #expect(throws: (any Error).self) { try await pending.value }
    }
}
