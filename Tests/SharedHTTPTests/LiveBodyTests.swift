import Foundation
import SharedHTTP
import SharedTesting
import Testing

/// Bodies that only a real connection can send: without an end, broken, or never.
@Suite("Bodies on a real connection", .timeLimit(.minutes(1)))
struct LiveBodyTests {
    private static let post = "POST /api/v1/selections HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"

    @Test("a body that is announced too large is refused before a byte of it is sent")
    func announcedTooLarge() async throws {
        try await TestEdge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(Self.post + "Content-Length: 104857600\r\n\r\n")
                let answer = try await connection.response()
                #expect(answer.status == 413)
                #expect(answer.body.contains(#""code":"PAYLOAD_TOO_LARGE""#))
                #expect(answer.header("connection") == "close")
                #expect(answer.header("x-correlation-id") != nil)
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("a body in chunks without end is refused, and not read for long")
    func endlessChunks() async throws {
        try await TestEdge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(Self.post + "Transfer-Encoding: chunked\r\n\r\n")
                let sent = await sendUntilRefused(connection)
                // Some megabytes are in the buffers of the two kernels, never with us.
                #expect(sent < 32 * 1024 * 1024)
            }
            try await RawConnection.open(port: port) { connection in
                try await connection.send(Self.post + "Transfer-Encoding: chunked\r\n\r\n")
                try await connection.send(chunk(bytes: 300 * 1024))
                let answer = try await connection.response()
                #expect(answer.status == 413)
                #expect(answer.body.contains(#""code":"PAYLOAD_TOO_LARGE""#))
                #expect(answer.header("connection") == "close")
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("a large body that nobody asked for is not read either")
    func unaskedLargeBody() async throws {
        try await TestEdge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("POST /nothing HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
                let answer = try await connection.response()
                #expect(answer.status == 404)
                #expect(answer.header("connection") == "close")
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    // RFC 9112, section 6.1: whoever does not understand a coding cannot know where the body ends.
    @Test(
        "a body in another coding than chunks is refused, and nothing after it is read",
        arguments: ["gzip, chunked", "gzip,chunked", "identity, chunked", "br, gzip, chunked"])
    func otherCoding(coding: String) async throws {
        try await TestEdge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                let body = #"{"user_id":"u1","country_code":"JP"}"#
                try await connection.send(
                    Self.post + "Transfer-Encoding: \(coding)\r\n\r\n"
                        + "\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n0\r\n\r\n"
                        + "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
                let answer = try await connection.response()
                #expect(answer.status == 400)
                #expect(answer.body.contains("The Transfer-Encoding is malformed: only chunked is understood"))
                #expect(answer.header("connection") == "close")
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("a body in chunks is put together")
    func chunks() async throws {
        try await TestEdge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(Self.post + "Transfer-Encoding: chunked\r\n\r\n")
                for part in [#"{"user_id":"#, #""u1","country_code""#, #":"JP"}"#] {
                    try await connection.send("\(String(part.utf8.count, radix: 16))\r\n\(part)\r\n")
                }
                try await connection.send("0\r\n\r\n")
                #expect(try await connection.response().status == 201)
                try await connection.send("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await connection.response().status == 200)
            }
        }
    }

    @Test("a body that is no body in HTTP's terms is a 400 in the envelope")
    func brokenChunk() async throws {
        try await TestEdge().serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(Self.post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")
                let answer = try await connection.response()
                #expect(answer.status == 400)
                #expect(answer.body.contains("it broke off"))
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    @Test("a body that does not come is given up in time")
    func slowBody() async throws {
        let test = try TestEdge(adjust: { $0.requestTimeLimit = .seconds(7) })
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(Self.post + "Content-Length: 100\r\n\r\n{")
                try await test.time.waitForSleepers(1)
                test.time.advance(by: .seconds(7))
                let answer = try await connection.response()
                #expect(answer.status == 400)
                #expect(answer.body.contains("it did not arrive in time"))
                #expect(answer.header("connection") == "close")
                #expect(try await connection.rest().isEmpty)
            }
        }
    }

    /// How much a client that sends chunks without end can get rid of.
    private func sendUntilRefused(_ connection: RawConnection) async -> Int {
        let chunk = chunk(bytes: 64 * 1024)
        var sent = 0
        while sent < 100 * 1024 * 1024 {
            do {
                try await connection.send(chunk)
            } catch {
                break
            }
            sent += chunk.utf8.count
        }
        return sent
    }

    private func chunk(bytes: Int) -> String {
        "\(String(bytes, radix: 16))\r\n\(String(repeating: " ", count: bytes))\r\n"
    }
}
