import Logging
import NIOCore
import ServiceLifecycle
import SharedHTTP
import SharedTesting
import Testing

@Suite("The end of an answer without an end", .timeLimit(.minutes(1)))
struct EndlessAnswerEndTests {
    @Test("it is told when its client has gone, also one that sent what nobody reads", arguments: [true, false])
    func gone(isChatty: Bool) async throws {
        let source = HandFed()
        let test = try TestEdge([StreamSamples.endless(source)])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                _ = try await connection.read(through: "hello")
                try await source.begun.wait()
                #expect(await test.figure(StreamSamples.open) == "1")
                if isChatty {
                    for _ in 0..<20 { try await connection.send(StreamSamples.request) }
                }
            }
            try await source.ended.wait()
            try await eventually("ended") { await test.figure(StreamSamples.open) == "0" }
            try await eventually("closed") { await test.figure("http_server_connections") == "0" }
            #expect(test.logs.messages(at: .error).isEmpty)
        }
    }

    @Test("a stop ends it with its last chunk, and waits for nothing else")
    func stop() async throws {
        let source = HandFed()
        let test = try TestEdge([StreamSamples.endless(source)])
        try await stopping(test) { group, port in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                _ = try await connection.read(through: "hello\r\n")
                await group.triggerGracefulShutdown()
                #expect(try await connection.rest() == "0\r\n\r\n")
            }
        }
        try await source.ended.wait()
    }

    @Test("one that is asked for while the server stops ends as soon as it begins")
    func late() async throws {
        let (source, asked) = (HandFed(), Gate())
        let endless = Route(
            .get, "/stream", summary: "Streams once it may.",
            handler: { _ in
                try await asked.wait()
                return .endless(mediaType: "text/plain", source: source) { ByteBuffer(string: "hello") }
            })
        let test = try TestEdge([endless])
        try await stopping(test) { group, port in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                try await asked.waitForArrivals(1)
                await group.triggerGracefulShutdown()
                asked.open()
                #expect(try await connection.rest().hasSuffix("hello\r\n0\r\n\r\n"))
            }
        }
    }

    @Test("a server that has stopped, or was cancelled, has closed them all", arguments: [true, false])
    func closed(isCancelled: Bool) async throws {
        let test = try TestEdge([
            Route(
                .get, "/stream", summary: "Streams without end.",
                immediate: { _ in
                    .endless(mediaType: "text/plain", source: HandFed()) { ByteBuffer(string: "hello") }
                })
        ])
        let group = ServiceGroup(services: [test.edge], logger: test.logs.logger)
        let running = Task { try await group.run() }
        let port = try await test.edge.boundPort
        try await withThrowingTaskGroup(of: Void.self) { clients in
            for _ in 0..<50 {
                clients.addTask {
                    try await RawConnection.open(port: port) { connection in
                        try await connection.send(StreamSamples.request)
                        _ = try await connection.read(through: "hello\r\n")
                        _ = try await connection.rest()
                    }
                }
            }
            try await eventually("open") { await test.figure(StreamSamples.open) == "50" }
            if isCancelled { running.cancel() } else { await group.triggerGracefulShutdown() }
            _ = await running.result
            #expect(await test.figure("http_server_connections") == "0")
            #expect(await test.figure(StreamSamples.open) == "0")
            try await clients.waitForAll()
        }
    }

    @Test("a client that does not read it does not hold a stop up")
    func stopWithoutReader() async throws {
        let source = StreamSamples.floodingSource()
        let test = try TestEdge([StreamSamples.endless(source)], adjust: { $0.writeTimeLimit = .seconds(3600) })
        try await stopping(test) { group, port in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                try await connection.beginning()
                try await source.waitUntilStuck()
                await group.triggerGracefulShutdown()
                try await source.ended.wait()
            }
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
