import NIOCore
import SharedHTTP
import SharedTesting
import Testing

/// How much of a streamed body is on its way, and that it moves when its client reads.
@Suite("A client that reads a streamed body slowly", .timeLimit(.minutes(1)))
struct ReadingInStepsTests {
    private static let partBytes = 16 * 1024
    private static let part = ByteBuffer(repeating: 97, count: partBytes)
    private static let parts = 96
    /// What may be made before the client reads it, in bytes: what waits unsent in the server's kernel, what waits in its
    /// memory, what the writer sends before it waits, 64 KiB each, and twice that for what is on its way and with the
    /// client.
    private static let mostAhead = 384 * 1024
    /// How much a client reads at the most until the server notices, in bytes: half of what may be ahead.
    private static let longestStep = mostAhead / 2

    @Test("little of it is made before it reads, and with each step of its reading more, until it has everything")
    func steps() async throws {
        let made = Counted()
        let test = try TestEdge([
            StreamSamples.route { writer in
                for _ in 0..<Self.parts {
                    try await writer.write(Self.part)
                    made.add()
                }
            }
        ])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port, receiveBytes: Self.partBytes) { connection in
                try await connection.send(StreamSamples.request)
                var read = try await connection.take(1)
                try await made.waitUntilStuck()
                #expect(made.count * Self.partBytes - read < Self.mostAhead)
                while made.count < Self.parts {
                    let (madeBefore, readBefore) = (made.count, read)
                    repeat {
                        read += try await connection.take(Self.partBytes * 2)
                        try await made.waitUntilStuck()
                    } while made.count == madeBefore
                    #expect(read - readBefore < Self.longestStep)
                    #expect(made.count * Self.partBytes - read < Self.mostAhead)
                }
                let end = try await connection.read(through: "\r\n0\r\n\r\n")
                #expect(read + end.utf8.count > Self.parts * Self.partBytes)
                #expect(try await connection.live() == 200)
            }
            #expect(await test.figure(#"http_server_connections_aborted_total{reason="slow_reader"}"#) == "0")
        }
    }
}
