import SharedTesting
import Testing

/// RFC 9112, section 3.2: who asks in HTTP/1.1 says of which host, and nobody says it twice.
@Suite("The Host of a request", .timeLimit(.minutes(1)))
struct HostFieldTests {
    private static let malformed = #"http_server_requests_total{route="malformed",method="other",status_class="4xx"}"#

    @Test(
        "a request without one, or with several, is refused by that name, and nothing after it is answered",
        arguments: [
            "GET /health/live HTTP/1.1\r\n", "GET /health/live HTTP/1.1\r\nX-Host: x\r\nHosts: x\r\n",
            "GET http://x/health/live HTTP/1.1\r\n", "GET /health/live HTTP/1.1\r\nHost: x\r\nHost: x\r\n",
            "GET /health/live HTTP/1.1\r\nHost: x\r\nAccept: */*\r\nhOST: y\r\n",
            "GET /health/live HTTP/1.0\r\nHost: x\r\nHost: y\r\n", "POST /x HTTP/1.1\r\nContent-Length: 2\r\n",
        ])
    func refused(head: String) async throws {
        let test = try TestEdge()
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                #expect(try await connection.live() == 200)
                let good = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"
                try await connection.send(good + head + "\r\n" + (head.hasPrefix("POST") ? "{}" : "") + good + good)
                #expect(try await connection.response().status == 200)
                let answer = try await connection.response()
                #expect(answer.status == 400)
                #expect(answer.body.contains(#""code":"INVALID_PARAMETER""#))
                #expect(answer.body.contains(#""message":"The Host is malformed: "#))
                #expect(answer.body.contains(#""parameter":"Host""#))
                #expect(answer.header("connection") == "close")
                #expect(try await connection.rest().isEmpty)
            }
        }
        #expect(await test.figure(Self.malformed) == "1")
    }

    @Test(
        "a request with one is answered, and an old one without",
        arguments: [
            "GET /health/live HTTP/1.1\r\nHost: x\r\n", "GET /health/live HTTP/1.1\r\nhost:\r\n",
            "GET /health/live HTTP/1.0\r\nConnection: keep-alive\r\n",
            "GET /health/live HTTP/1.0\r\nHost: x\r\nConnection: keep-alive\r\n",
        ])
    func answered(head: String) async throws {
        try await TestEdge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                for _ in 0..<2 {
                    try await connection.send(head + "\r\n")
                    #expect(try await connection.response().status == 200)
                }
            }
        }
    }
}
