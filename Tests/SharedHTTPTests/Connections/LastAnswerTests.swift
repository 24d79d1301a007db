import ServiceLifecycle
import SharedHTTP
import SharedTesting
import Testing

@Suite("The last answer of a connection", .timeLimit(.minutes(1)))
struct LastAnswerTests {
    private static let live = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n"

    @Test(
        "a client that wants no more gets what it asked for and the end",
        arguments: ["close", "Close", "keep-alive, close", "x,CLOSE"])
    func clientsEnd(options: String) async throws {
        try await TestEdge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(
                    "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: \(options)\r\n\r\n\(Self.live)")
                let answer = try await connection.response()
                #expect(answer.status == 200)
                #expect(answer.header("connection") == "close")
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("requests sent far ahead of their answers are answered up to the bound, the rest is dropped")
    func pipelined() async throws {
        try await TestEdge(adjust: { $0.maximumPipelinedRequests = 8 }).serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(String(repeating: Self.live, count: 1000))
                for number in 1...8 {
                    let answer = try await connection.response()
                    #expect(answer.status == 200)
                    #expect(answer.header("connection") == (number == 8 ? "close" : nil))
                }
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("as many requests ahead of their answers as there may be leave the connection open, one more ends it")
    func atTheBound() async throws {
        try await TestEdge(adjust: { $0.maximumPipelinedRequests = 8 }).serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                for _ in 1...2 {
                    try await connection.send(String(repeating: Self.live, count: 8))
                    for _ in 1...8 {
                        let answer = try await connection.response()
                        #expect(answer.status == 200 && answer.header("connection") == nil)
                    }
                }
                try await connection.send(String(repeating: Self.live, count: 9))
                for number in 1...8 {
                    let answer = try await connection.response()
                    #expect(answer.header("connection") == (number == 8 ? "close" : nil))
                }
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("a connection ends after as many requests as it may serve")
    func requests() async throws {
        try await TestEdge(adjust: { $0.maximumRequestsPerConnection = 2 }).serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                #expect(try await connection.live() == 200)
                try await connection.send(Self.live)
                #expect(try await connection.response().header("connection") == "close")
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("a connection that is too old ends with its next answer")
    func age() async throws {
        try await TestEdge(adjust: { $0.maximumConnectionAge = .zero }).serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(Self.live)
                let answer = try await connection.response()
                #expect(answer.status == 200)
                #expect(answer.header("connection") == "close")
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("on a stop, idle connections end at once and requests in flight with an answer that says so")
    func drain() async throws {
        let gate = Gate()
        let wait = Route(
            .get, "/wait", summary: "Waits.",
            handler: { _ in
                try await gate.wait()
                return EdgeReply.raw("done")
            })
        try await TestEdge([wait]).serving { port, group in
            try await RawConnection.open(port: port) { idle in
                #expect(try await idle.live() == 200)
                try await RawConnection.open(port: port) { busy in
                    try await busy.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n\(Self.live)")
                    try await gate.waitForArrivals(1)
                    await group.triggerGracefulShutdown()
                    #expect(try await idle.rest().isEmpty)
                    gate.open()
                    let first = try await busy.response()
                    #expect(first.body == #""done""#)
                    // What had arrived before the stop is answered too, and is the last.
                    let last = try await busy.response()
                    #expect(last.status == 200)
                    #expect([first.header("connection"), last.header("connection")] == [nil, "close"])
                    #expect(try await busy.rest().isEmpty)
                }
            }
            await #expect(throws: (any Error).self) {
                try await RawConnection.open(port: port) { try await $0.response() }
            }
        }
    }
}
