import NIOCore
import SharedHTTP
import SharedTesting
import Testing

/// Clients that hold a connection by being slow. Bounds that are not meant to strike are an hour.
@Suite("Slow clients", .timeLimit(.minutes(1)))
struct SlowClientTests {
    private static let slowRequests = #"http_server_connections_aborted_total{reason="slow_request"}"#
    private static let slowReaders = #"http_server_connections_aborted_total{reason="slow_reader"}"#

    private func edge(_ routes: [Route] = SampleRoutes.all, _ adjust: (inout EdgeSettings) -> Void) throws -> TestEdge {
        try TestEdge(
            routes,
            adjust: { settings in
                settings.idleTimeout = .seconds(3600)
                settings.headTimeLimit = .seconds(3600)
                settings.writeTimeLimit = .seconds(3600)
                adjust(&settings)
            })
    }

    @Test("the head of a request must come in time, however regularly its bytes do")
    func tricklingHead() async throws {
        let test = try edge { $0.headTimeLimit = .milliseconds(100) }
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /health/live HTTP/1.1\r\nX-Slow: ")
                let writer = connection
                try await eventually("closed") { await !writer.canSend("a") }
                #expect(await test.figure(Self.slowRequests) == "1")
            }
        }
    }

    @Test("a second request's head must come in time as well")
    func secondHead() async throws {
        let test = try edge { $0.headTimeLimit = .milliseconds(50) }
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                #expect(try await connection.live() == 200)
                try await connection.send("GET /hea")
                #expect(try await connection.rest().isEmpty)
                #expect(await test.figure(Self.slowRequests) == "1")
            }
        }
    }

    @Test("a connection that waits between requests is not slow")
    func waiting() async throws {
        let test = try edge { $0.headTimeLimit = .milliseconds(1) }
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                for _ in 0..<50 {
                    #expect(try await connection.live() == 200)
                    let status = try await RawConnection.open(port: port) { try await $0.live() }
                    #expect(status == 200)
                }
            }
        }
    }

    @Test("the rest of a body that nobody reads must come in time")
    func unreadBody() async throws {
        let test = try edge { $0.headTimeLimit = .milliseconds(50) }
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na")
                #expect(try await connection.response().status == 404)
                #expect(try await connection.rest().isEmpty)
                #expect(await test.figure(Self.slowRequests) == "1")
            }
        }
    }

    /// More than the kernels of both sides keep.
    private static let large = Route(
        .get, "/large", summary: "Answers with 64 MiB.",
        immediate: { _ in
            .bytes(ByteBuffer(repeating: 97, count: 64 * 1024 * 1024), mediaType: "application/octet-stream")
        })

    @Test("a client that does not read its answer is given up")
    func noReader() async throws {
        let test = try edge([Self.large]) { $0.writeTimeLimit = .milliseconds(100) }
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
                try await eventually("given up") { await test.figure(Self.slowReaders) == "1" }
            }
        }
    }

    @Test("a client that reads is not given up, however long it takes, and even if the connection is to be closed")
    func slowReader() async throws {
        let test = try edge([Self.large]) { $0.idleTimeout = .milliseconds(500) }
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
                try await connection.beginning()
                // Idle for longer than the first one has been since its answer was written.
                let idle = try await RawConnection.open(port: port) { try await $0.rest() }
                #expect(idle.isEmpty)
                #expect(try await connection.restLength() > 64 * 1024 * 1024)
            }
        }
    }
}
