import HTTPTypes
import SharedHTTP
import Testing

/// That every kind of answer carries what it must, as it comes over the wire.
@Suite("Headers of every answer", .timeLimit(.minutes(1)))
struct HeadersOnAnswersTests {
    private static let page = "https://page.example"

    private func edge() throws -> TestEdge {
        try TestEdge(adjust: { $0.commonHeaders = CommonHeaders(origins: AllowedOrigins([Self.page])) })
    }

    @Test(
        "answers, errors and what is no HTTP at all",
        arguments: [
            ("GET /ranks/today HTTP/1.1\r\nHost: x", 200), ("GET /nothing HTTP/1.1\r\nHost: x", 404),
            ("PUT /ranks/today HTTP/1.1\r\nHost: x", 405), ("GET /api/v1/fails HTTP/1.1\r\nHost: x", 500),
            ("GET /ranks/today?x=1 HTTP/1.1\r\nHost: x", 400), ("nonsense", 400),
            ("OPTIONS /ranks/today HTTP/1.1\r\nHost: x", 204), ("GET /metrics HTTP/1.1\r\nHost: x", 200),
        ])
    func all(head: String, status: Int) async throws {
        try await edge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("\(head)\r\nOrigin: \(Self.page)\r\n\r\n")
                let answer = try await connection.response()
                #expect(answer.status == status)
                #expect(answer.header("x-content-type-options") == "nosniff")
                #expect(answer.header("content-security-policy") == "default-src 'none'; frame-ancestors 'none'")
                #expect(answer.header("x-frame-options") == "DENY")
                #expect(answer.header("referrer-policy") == "no-referrer")
                #expect(answer.header("cross-origin-resource-policy") == "same-origin")
                #expect(answer.header("vary")?.contains("Origin") == true)
                // What is no HTTP has no origin that could be read.
                #expect(answer.header("access-control-allow-origin") == (head == "nonsense" ? nil : Self.page))
            }
        }
    }

    @Test("a preflight is answered without a body, and the connection goes on")
    func preflight() async throws {
        try await edge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(
                    "OPTIONS /api/v1/selections HTTP/1.1\r\nHost: x\r\nOrigin: \(Self.page)\r\n"
                        + "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\n\r\n")
                let answer = try await connection.response(hasBody: false)
                #expect(answer.status == 204)
                #expect(answer.header("access-control-allow-methods") == "POST, OPTIONS")
                #expect(answer.header("access-control-allow-headers")?.contains("Content-Type") == true)
                #expect(answer.header("access-control-allow-origin") == Self.page)
                #expect(answer.header("content-type") == nil)
                #expect(try await connection.live() == 200)
            }
        }
    }

    @Test("OPTIONS of the server as a whole names every method, OPTIONS of nothing is nothing")
    func options() async throws {
        try await edge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n")
                let all = try await connection.response(hasBody: false)
                #expect(all.status == 204)
                #expect(all.header("allow") == "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
                try await connection.send("OPTIONS /nothing HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await connection.response().status == 404)
            }
        }
    }
}
