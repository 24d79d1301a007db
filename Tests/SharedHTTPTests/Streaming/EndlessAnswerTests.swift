import Logging
import NIOCore
import ServiceLifecycle
import SharedHTTP
import SharedTesting
import Testing

@Suite("An answer without an end", .timeLimit(.minutes(1)))
struct EndlessAnswerTests {
    @Test("it is told when its client has gone")
    func gone() async throws {
        let ended = Gate()
        let test = try TestEdge([StreamSamples.endless(ended)])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                _ = try await connection.read(through: "hello")
            }
            try await ended.wait()
            try await eventually("ended") { await test.figure(StreamSamples.open) == "0" }
            try await eventually("closed") { await test.figure("http_server_connections") == "0" }
        }
    }

    @Test("a stop ends it with its last chunk, and waits for nothing else")
    func stop() async throws {
        let ended = Gate()
        let test = try TestEdge([StreamSamples.endless(ended)])
        try await stopping(test) { group, port in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                _ = try await connection.read(through: "hello\r\n")
                await group.triggerGracefulShutdown()
                #expect(try await connection.rest() == "0\r\n\r\n")
            }
        }
    }

    @Test("one that is asked for while the server stops ends as soon as it begins")
    func late() async throws {
        let (ended, asked) = (Gate(), Gate())
        let endless = Route(
            .get, "/stream", summary: "Streams once it may.",
            handler: { _ in
                try await asked.wait()
                return .streaming(mediaType: "text/plain", onEnd: { ended.open() }) { _ in try await ended.wait() }
            })
        let test = try TestEdge([endless])
        try await stopping(test) { group, port in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                try await asked.waitForArrivals(1)
                await group.triggerGracefulShutdown()
                asked.open()
                #expect(try await connection.rest().hasSuffix("\r\n\r\n0\r\n\r\n"))
            }
        }
    }

    @Test("a client that does not read it does not hold a stop up", arguments: [true, false])
    func stopWithoutReader(isTold: Bool) async throws {
        let ended = Gate()
        let test = try TestEdge(
            [StreamSamples.flood(ended, onEnd: {})],
            adjust: { $0.writeTimeLimit = isTold ? .seconds(3600) : .milliseconds(200) })
        try await stopping(test) { group, port in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                try await connection.beginning()
                // A while after the kernels have taken what they take, nothing goes out any more.
                var before = -1
                try await eventually("stuck") {
                    let sent = Int(await test.figure("http_server_response_bytes_total") ?? "") ?? 0
                    defer { before = sent }
                    return sent == before
                }
                if isTold { await group.triggerGracefulShutdown() }
                try await ended.wait()
                await group.triggerGracefulShutdown()
            }
        }
    }

    @Test("a client that never reads is cut off, and little is kept for it", arguments: [true, false])
    func neverReads(isEndless: Bool) async throws {
        let ended = Gate()
        let onEnd: (@Sendable () -> Void)? = isEndless ? { @Sendable in } : nil
        let test = try TestEdge(
            [StreamSamples.flood(ended, onEnd: onEnd)],
            adjust: { $0.writeTimeLimit = .milliseconds(200) })
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                try await ended.wait()
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

    @Test("one that is broken off ends at once, also while it waits for its client")
    func brokenOff() async throws {
        let ended = Gate()
        let part = ByteBuffer(repeating: 97, count: 16 * 1024)
        let writers = Writers()
        let route = Route(
            .get, "/stream", summary: "Streams a lot.",
            immediate: { _ in
                .streaming(mediaType: "text/plain", onEnd: {}) { writer in
                    writers.keep(writer.breakOff)
                    defer { ended.open() }
                    while true { try await writer.write(part) }
                }
            })
        let test = try TestEdge([route], adjust: { $0.writeTimeLimit = .seconds(3600) })
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                // The head alone may come before the body is begun.
                _ = try await connection.read(through: "aaaa")
                writers.breakOff()
                try await ended.wait()
                try await eventually("closed") { await test.figure("http_server_connections") == "0" }
            }
            #expect(test.logs.messages(at: .error).isEmpty)
        }
    }

    /// Serves until `talk` has stopped the server, which must end by itself.
    private func stopping(
        _ test: TestEdge, _ talk: @Sendable (_ group: ServiceGroup, _ port: Int) async throws -> Void
    ) async throws {
        let group = ServiceGroup(services: [test.edge], logger: test.logs.logger)
        async let run: Void = group.run()
        try await talk(group, try await test.edge.boundPort)
        try await run
    }
}
