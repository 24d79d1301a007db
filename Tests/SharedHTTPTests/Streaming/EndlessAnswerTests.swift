import Logging
import NIOCore
import SharedHTTP
import SharedTesting
import Synchronization
import Testing

@Suite("An answer without an end", .timeLimit(.minutes(1)))
struct EndlessAnswerTests {
    @Test("what its source has is sent as it comes, in order and once, and nothing is left of its request meanwhile")
    func pushed() async throws {
        let (source, witness) = (HandFed(), Released())
        let route = Route(
            .get, "/stream", summary: "Streams without end.",
            immediate: { _ in
                let held = witness.make()
                return .endless(mediaType: "text/plain", source: source) {
                    withExtendedLifetime(held) { ByteBuffer(string: "hello") }
                }
            })
        let test = try TestEdge([route])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                _ = try await connection.read(through: "hello\r\n")
                try await eventually("released") { witness.isReleased }
                var expected = ""
                for number in 100..<200 {
                    source.feed(["a\(number)", "b\(number)"])
                    expected += "4\r\na\(number)\r\n4\r\nb\(number)\r\n"
                }
                #expect(try await connection.read(through: "b199\r\n") == expected)
                source.finish()
                #expect(try await connection.rest() == "0\r\n\r\n")
            }
            try await eventually("closed") { await test.figure("http_server_connections") == "0" }
            #expect(test.logs.messages(at: .error).isEmpty)
        }
    }

    @Test("a client that reads late gets everything in order and once, and what it does not take stays with the source")
    func backpressure() async throws {
        let source = HandFed()
        let test = try TestEdge([StreamSamples.endless(source)])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                _ = try await connection.read(through: "hello\r\n")
                let parts = (1000..<3000).map { "\($0)" + String(repeating: "x", count: 16_384) }
                source.feed(parts)
                // The kernels have taken what they take when nothing moves any more.
                try await source.waitUntilStuck()
                #expect(source.taken < parts.count)
                source.finish()
                let text = try await connection.rest()
                let isWhole = text == parts.map { "4004\r\n\($0)\r\n" }.joined() + "0\r\n\r\n"
                #expect(isWhole)
                #expect(source.taken == parts.count)
            }
        }
    }

    @Test("a client that never reads is cut off, and little is kept for it", arguments: [true, false])
    func neverReads(isEndless: Bool) async throws {
        let (ended, source) = (Gate(), StreamSamples.floodingSource())
        let test = try TestEdge(
            [isEndless ? StreamSamples.endless(source) : StreamSamples.flood(ended)],
            adjust: { $0.writeTimeLimit = .milliseconds(200) })
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                try await isEndless ? source.ended.wait() : ended.wait()
                #expect(await test.figure(#"http_server_connections_aborted_total{reason="slow_reader"}"#) == "1")
                let sent = try #require(Int(await test.figure("http_server_response_bytes_total") ?? ""))
                // What the kernels of both sides keep, and what waits in memory.
                #expect(sent < 48 * 1024 * 1024)
            }
        }
    }

    @Test("the bound on idle connections does not cut a stream that is silent")
    func idle() async throws {
        let gate = Gate()
        let test = try TestEdge(
            [StreamSamples.parts([("one", nil), ("two", gate)])], adjust: { $0.idleTimeout = .milliseconds(50) })
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                _ = try await connection.read(through: "one\r\n")
                for _ in 0..<3 {
                    // Idle for longer than the bound each.
                    let idle = try await RawConnection.open(port: port) { try await $0.rest() }
                    #expect(idle.isEmpty)
                }
                gate.open()
                #expect(try await connection.read(through: "0\r\n\r\n") == "3\r\ntwo\r\n0\r\n\r\n")
            }
        }
    }

    @Test("who did not keep up is cut off at once, also while the connection takes no more")
    func cutOff() async throws {
        let source = StreamSamples.floodingSource()
        let test = try TestEdge([StreamSamples.endless(source)], adjust: { $0.writeTimeLimit = .seconds(3600) })
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                try await connection.beginning()
                try await source.waitUntilStuck()
                source.cutOff()
                try await source.ended.wait()
                try await eventually("closed") { await test.figure("http_server_connections") == "0" }
            }
            #expect(test.logs.messages(at: .error).isEmpty)
        }
    }

    @Test("one whose source fails lacks its end, and the reason is in the log")
    func failing() async throws {
        let test = try TestEdge([StreamSamples.endless(HandFed(failure: TestFailure("the disk is gone")))])
        try await test.serving { port, _ in
            let answer = try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                return try await connection.rest()
            }
            #expect(answer.hasSuffix("5\r\nhello\r\n"))
            try await eventually("logged") { test.logs.messages(at: .error) == ["a streamed answer was cut off"] }
        }
    }

    @Test("without a connection it is written as well, until its source ends")
    func withoutConnection() async throws {
        let source = HandFed()
        let test = try TestEdge([StreamSamples.endless(source)])
        async let answer = test.ask("/stream")
        try await source.begun.wait()
        source.feed(["one", "two"])
        source.feed(["three"])
        source.finish()
        #expect(try await answer.text == "helloonetwothree")
        try await eventually("ended") { await test.figure(StreamSamples.open) == "0" }
    }
}

/// Tells whether what it made is gone from memory.
private final class Released: Sendable {
    private final class Held: Sendable {}
    private struct Weak { weak var held: Held? }

    private let made = Mutex<Weak?>(nil)

    func make() -> any Sendable {
        let held = Held()
        made.withLock { $0 = Weak(held: held) }
        return held
    }

    var isReleased: Bool { made.withLock { $0.map { $0.held == nil } ?? false } }
}
