import NIOCore
import SharedHTTP
import SharedTesting
import Testing

/// Clients of HTTP/1.0, who know no chunks and keep a connection only where they say so (RFC 9112, sections 6.3 and 9.3).
@Suite("Clients older than HTTP/1.1", .timeLimit(.minutes(1)))
struct OldClientTests {
    private static let stream = "GET /stream HTTP/1.0\r\n"
    private static let live = "GET /health/live HTTP/1.0\r\n"
    private static let keep = "Connection: Keep-Alive\r\n\r\n"

    /// What comes until the server closes.
    private func answer(_ routes: [Route], _ request: String) async throws -> RawResponse {
        try await TestEdge(routes).serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(request)
                let parts = try await connection.rest().split(separator: "\r\n\r\n", maxSplits: 1)
                var answer = RawResponse(head: String(try #require(parts.first)))
                answer.body = parts.count > 1 ? String(parts[1]) : ""
                return answer
            }
        }
    }

    @Test(
        "get a streamed body as it is, up to the end of the connection, and nothing after it",
        arguments: ["\r\n", keep, keep + live + keep, keep + stream + keep])
    func streamed(rest: String) async throws {
        let answer = try await answer([StreamSamples.parts([("one", nil), ("twelve bytes", nil)])], Self.stream + rest)
        #expect(answer.status == 200)
        #expect(answer.header("transfer-encoding") == nil && answer.header("content-length") == nil)
        #expect(answer.header("connection") == "close")
        #expect(answer.body == "onetwelve bytes")
    }

    @Test("get an answer without an end in the same way")
    func endless() async throws {
        let source = HandFed()
        let test = try TestEdge([StreamSamples.endless(source)])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /nothing HTTP/1.0\r\n" + Self.keep)
                #expect(try await connection.response().status == 404)
                try await connection.send(Self.stream + "\r\n")
                let head = RawResponse(head: try await connection.read(through: "\r\n\r\n"))
                #expect(head.header("transfer-encoding") == nil && head.header("connection") == "close")
                try await source.begun.wait()
                source.feed(["one", "two"])
                #expect(try await connection.read(through: "two") == "helloonetwo")
                source.finish()
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("get the head of a streamed answer without a word of chunks")
    func head() async throws {
        let answer = try await answer([StreamSamples.parts([("one", nil)])], "HEAD /stream HTTP/1.0\r\n\r\n")
        #expect(answer.status == 200)
        #expect(answer.header("transfer-encoding") == nil && answer.header("connection") == "close")
        #expect(answer.body.isEmpty)
    }

    @Test("see by a reset that a streamed body lacks its end")
    func cutOff() async throws {
        let gate = Gate()
        let test = try TestEdge([
            StreamSamples.route { writer in
                try await writer.write(ByteBuffer(string: "one"))
                try await gate.wait()
                throw TestFailure("the disk is gone")
            }
        ])
        try await test.serving { port, _ in
            _ = await #expect(throws: IOError.self) {
                _ = try await RawConnection.open(port: port) { connection in
                    try await connection.send(Self.stream + "\r\n")
                    _ = try await connection.read(through: "\r\n\r\none")
                    gate.open()
                    return try await connection.rest()
                }
            }
        }
    }

    @Test("have their connection closed after one answer, unless they ask for more")
    func wholeBodies() async throws {
        let test = try TestEdge()
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                for target in ["/health/live", "/nothing", "/health/live"] {
                    try await connection.send("GET \(target) HTTP/1.0\r\n" + Self.keep)
                    let answer = try await connection.response()
                    #expect(answer.status == (target == "/nothing" ? 404 : 200))
                    #expect(answer.header("connection") == "keep-alive")
                    #expect(!answer.body.isEmpty)
                }
                try await connection.send(Self.live + "\r\n")
                let last = try await connection.response()
                #expect(last.status == 200 && last.header("connection") == "close")
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("do not change what was asked in HTTP/1.1 before them")
    func mixed() async throws {
        let answer = try await answer(
            [StreamSamples.parts([("one", nil)])], StreamSamples.request + Self.stream + "\r\n")
        #expect(answer.header("transfer-encoding") == "chunked" && answer.header("connection") == nil)
        #expect(answer.body.hasPrefix("3\r\none\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n"))
        #expect(answer.body.hasSuffix("\r\n\r\none"))
    }
}
