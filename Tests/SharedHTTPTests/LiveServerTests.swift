import Foundation
import ServiceLifecycle
import SharedDomain
import SharedTelemetry
import SharedTesting
import Testing

@testable import SharedHTTP

/// What only a real connection shows.
@Suite("On a real connection", .timeLimit(.minutes(1)))
struct LiveServerTests {
    @Test("a connection serves one request after the other, also those sent together")
    func keepAlive() async throws {
        try await TestEdge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(
                    "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\nGET /nothing HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await connection.response().status == 200)
                let second = try await connection.response()
                #expect(second.status == 404)
                #expect(second.body.contains(#""code":"NOT_FOUND""#))
                try await connection.send("GET /version HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await connection.response().status == 200)
            }
        }
    }

    @Test("HEAD sends the length and no byte of the body")
    func head() async throws {
        try await TestEdge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /ranks/today HTTP/1.1\r\nHost: x\r\n\r\n")
                let get = try await connection.response()
                try await connection.send("HEAD /ranks/today HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                let head = try await connection.response(hasBody: false)
                #expect(head.status == 200)
                #expect(head.header("content-length") == "\(get.body.utf8.count)")
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("a wrong method names those allowed")
    func wrongMethod() async throws {
        try await TestEdge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("PUT /api/v1/latest HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")
                let answer = try await connection.response()
                #expect(answer.status == 405)
                #expect(answer.header("allow") == "GET, HEAD, OPTIONS")
                #expect(answer.header("x-correlation-id") != nil)
                // The small body was skipped: the connection goes on.
                try await connection.send("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await connection.response().status == 200)
            }
        }
    }

    @Test(
        "a connection on which nothing happens is closed",
        arguments: ["", "GET /health", "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n"])
    func idle(beginning: String) async throws {
        try await TestEdge(adjust: { $0.idleTimeout = .milliseconds(50) }).serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                if !beginning.isEmpty { try await connection.send(beginning) }
                _ = try await connection.rest()
            }
        }
    }

    @Test("what is not HTTP, or has a head beyond all bounds, is a 400 in the envelope", arguments: malformedRequests)
    func malformed(request: Malformed) async throws {
        try await TestEdge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(request.text)
                let answer = try await connection.response()
                #expect(answer.status == 400)
                #expect(answer.body.contains(#""code":"INVALID_PARAMETER""#))
                let correlationID = try #require(answer.header("x-correlation-id"))
                #expect(answer.body.contains(#""trace_id":"\#(correlationID)""#))
                #expect(answer.header("cache-control") == "no-store")
                #expect(answer.header("connection") == "close")
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("what is not HTTP is counted as a request all the same, and not as one of a route")
    func malformedIsCounted() async throws {
        let test = try TestEdge()
        try await test.serving { port, _ in
            for request in malformedRequests {
                try await RawConnection.open(port: port) { connection in
                    try await connection.send(request.text)
                    #expect(try await connection.response().status == 400)
                    _ = try await connection.rest()
                }
            }
        }
        let series = #"http_server_requests_total{route="malformed",method="other",status_class="4xx"}"#
        #expect(await test.figure(series) == "\(malformedRequests.count)")
        let exposition = await test.metrics.exposition().split(separator: "\n")
        let counted = exposition.filter { $0.hasPrefix("http_server_requests_total{") && !$0.hasSuffix(" 0") }
        #expect(counted.count == 1)
    }

    @Test("characters that had to be percent-encoded are refused with a word about it")
    func unencoded() async throws {
        try await TestEdge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /api/v1/latest?symbols=\u{AC00} HTTP/1.1\r\nHost: x\r\n\r\n")
                let answer = try await connection.response()
                #expect(answer.status == 400)
                #expect(
                    answer.body.contains("The URL is malformed: it holds characters that have to be percent-encoded"))
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("a connection beyond the bound waits until another ends")
    func connectionBound() async throws {
        let routes = ["/first", "/second"].map { path in
            Route(.get, path, summary: "Answers.", immediate: { _ in EdgeReply.raw(path) })
        }
        let test = try TestEdge(routes, adjust: { $0.maximumConnections = 1 })
        try await test.serving { port, _ in
            let (isServed, isSent) = (Gate(), Gate())
            async let status = statusOfSecond(port, after: isServed, isSent)
            try await RawConnection.open(port: port) { connection in
                for round in 0..<50 {
                    try await connection.send("GET /first HTTP/1.1\r\nHost: x\r\n\r\n")
                    #expect(try await connection.response().status == 200)
                    isServed.open()
                    if round == 0 { try await isSent.wait() }
                }
            }
            #expect(try await status == 200)
        }
        let order = test.logs.lines.filter { $0.message == "request" }.map { $0.metadata["route"] }
        #expect(order.count == 51)
        #expect(order.last == "/second")
    }

    /// Connects once the first connection is served, asks, and says that it did.
    private func statusOfSecond(_ port: Int, after isServed: Gate, _ isSent: Gate) async throws -> Int? {
        try await isServed.wait()
        return try await RawConnection.open(port: port) { connection in
            try await connection.send("GET /second HTTP/1.1\r\nHost: x\r\n\r\n")
            isSent.open()
            return try await connection.response().status
        }
    }

    @Test("a handler can see the address of the peer")
    func peer() async throws {
        let route = Route(.get, "/peer", summary: "Shows the peer.", immediate: { EdgeReply.raw($0.peerAddress) })
        try await TestEdge([route]).serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /peer HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await connection.response().body == #""127.0.0.1""#)
            }
        }
    }

    @Test("a graceful stop lets the request in flight end")
    func drain() async throws {
        let gate = Gate()
        let route = Route(
            .get, "/wait", summary: "Waits.",
            handler: { _ in
                try await gate.wait()
                return EdgeReply.raw("done")
            })
        try await TestEdge([route]).serving { port, group in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n")
                try await gate.waitForArrivals(1)
                await group.triggerGracefulShutdown()
                gate.open()
                #expect(try await connection.response().body == #""done""#)
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("a port that is taken is named, with the setting that gives it")
    func portTaken() async throws {
        try await TestEdge().serving { port, _ in
            let second = try TestEdge(adjust: { $0.port = port })
            let expected = PortTaken(host: "127.0.0.1", port: port, setting: "TEST_HTTP_PORT")
            await #expect(throws: expected) { try await second.edge.run() }
            await #expect(throws: expected) { try await second.edge.boundPort }
            #expect("\(expected)".contains("Port \(port) on 127.0.0.1 is taken"))
            #expect("\(expected)".contains("TEST_HTTP_PORT"))
        }
    }

    @Test("waiting for the port ends when the waiter is cancelled")
    func waitingForPort() async throws {
        let edge = try TestEdge().edge
        let waiter = Task { try await edge.boundPort }
        waiter.cancel()
        await #expect(throws: CancellationError.self) { try await waiter.value }
    }
}

/// A request that no HTTP client sends.
struct Malformed: CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ description: String, _ text: String) {
        self.testDescription = description
        self.text = text
    }
}

private let malformedRequests = [
    Malformed("nonsense", "nonsense\r\n\r\n"),
    Malformed("a large header", "GET /health HTTP/1.1\r\nX: \(String(repeating: "a", count: 20_000))\r\n\r\n"),
    Malformed("many headers", "GET /health HTTP/1.1\r\n\(String(repeating: "a: b\r\n", count: 200))\r\n"),
    Malformed("a large URL", "GET /\(String(repeating: "a", count: 20_000)) HTTP/1.1\r\n\r\n"),
    Malformed("a length that is no number", "GET /health HTTP/1.1\r\nContent-Length: x\r\n\r\n"),
    Malformed("two lengths", "GET /health HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"),
]
