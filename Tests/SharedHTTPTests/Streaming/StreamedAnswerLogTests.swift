import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import SharedTesting
import Synchronization
import Testing

@testable import SharedHTTP

@Suite("The line of a streamed answer", .timeLimit(.minutes(1)))
struct StreamedAnswerLogTests {
    private static let measured = #"http_server_request_duration_seconds_count{route="/stream",method="GET"}"#
    private static let counted = #"http_server_requests_total{route="/stream",method="GET",status_class="2xx"}"#

    private func lines(_ test: TestEdge) -> [RecordedLogs.Line] {
        test.logs.lines.filter { $0.message == "request" }
    }

    /// The one line there is in the end, which says that the answer was cut.
    private func cutLine(_ test: TestEdge) async throws -> RecordedLogs.Line {
        try await eventually("noted") { !lines(test).isEmpty }
        let all = lines(test)
        let line = try #require(all.first)
        #expect(all.count == 1)
        #expect(line.metadata["status"] == "200")
        #expect(line.metadata["outcome"] == "cut")
        #expect(await test.figure(Self.measured) == "1")
        #expect(await test.figure(Self.counted) == "1")
        #expect(await test.figure("http_server_requests_in_flight") == "0")
        return line
    }

    @Test("it is written when the body has ended, with its bytes and its whole time")
    func whole() async throws {
        let gate = Gate()
        let test = try TestEdge([StreamSamples.parts([("one", nil), ("twelve bytes", gate)])])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                _ = try await connection.read(through: "one\r\n")
                #expect(lines(test).isEmpty)
                #expect(await test.figure(Self.measured) == "0")
                #expect(await test.figure("http_server_requests_in_flight") == "1")
                gate.open()
                _ = try await connection.read(through: "0\r\n\r\n")
                try await eventually("noted") { !lines(test).isEmpty }
            }
        }
        let line = try #require(lines(test).first)
        #expect(lines(test).count == 1)
        #expect(line.metadata["bytes"] == "15")
        #expect(line.metadata["outcome"] == nil)
        #expect(await test.figure(Self.measured) == "1")
        #expect(await test.figure(Self.counted) == "1")
        #expect(await test.figure("http_server_response_bytes_total") == "15")
    }

    @Test("its bytes are those that were sent, in their coding")
    func coded() async throws {
        let test = try TestEdge([
            StreamSamples.route { writer in try await writer.write(ByteBuffer(repeating: 97, count: 100_000)) }
        ])
        let answer = try await test.ask("/stream", headers: [.acceptEncoding: "gzip"])
        #expect(answer.headers[.contentEncoding] == "gzip")
        #expect(answer.body.readableBytes < 100_000)
        #expect(lines(test).map { $0.metadata["bytes"] } == ["\(answer.body.readableBytes)"])
    }

    @Test("it says that the answer was cut where the client left in the middle")
    func left() async throws {
        let ended = Gate()
        let test = try TestEdge([StreamSamples.flood(ended)])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                _ = try await connection.take(100_000)
                #expect(lines(test).isEmpty)
            }
            try await ended.wait()
        }
        let bytes = try await cutLine(test).metadata["bytes"]
        #expect(bytes.flatMap { Int($0) } ?? 0 >= 65_536)
        #expect(bytes == (await test.figure("http_server_response_bytes_total")))
    }

    @Test("it says so where the client does not read in time")
    func notRead() async throws {
        let ended = Gate()
        let test = try TestEdge([StreamSamples.flood(ended)], adjust: { $0.writeTimeLimit = .milliseconds(100) })
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                try await ended.wait()
            }
        }
        _ = try await cutLine(test)
    }

    @Test("it says so where what writes the body failed, and how much had been sent")
    func failed() async throws {
        let test = try TestEdge([
            StreamSamples.route { writer in
                try await writer.write(ByteBuffer(string: "one"))
                throw TestFailure("the disk is gone")
            }
        ])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                _ = try await connection.rest()
            }
        }
        #expect(try await cutLine(test).metadata["bytes"] == "3")
        #expect(test.logs.messages(at: .error).contains("a streamed answer was cut off"))
    }

    @Test("it says so where the server stops at once")
    func stopped() async throws {
        let gate = Gate()
        let test = try TestEdge([StreamSamples.parts([("one", nil), ("two", gate)])])
        let group = ServiceGroup(services: [test.edge], logger: test.logs.logger)
        let running = Task { try await group.run() }
        let port = try await test.edge.boundPort
        try await RawConnection.open(port: port) { connection in
            try await connection.send(StreamSamples.request)
            _ = try await connection.read(through: "one\r\n")
            running.cancel()
            _ = await running.result
        }
        #expect(try await cutLine(test).metadata["bytes"] == "3")
    }

    @Test("an answer without an end has its line once it has begun, and no other")
    func endless() async throws {
        let source = HandFed()
        let test = try TestEdge([StreamSamples.endless(source)])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                _ = try await connection.read(through: "hello\r\n")
                try await eventually("noted") { lines(test).count == 1 }
                source.finish()
                _ = try await connection.rest()
            }
        }
        #expect(lines(test).map { $0.metadata["outcome"] } == [nil])
        #expect(await test.figure(Self.measured) == "1")
    }

    @Test("an answer whose head could not be sent is noted as cut, without bytes")
    func neverBegun() {
        let notes = Mutex<[String]>([])
        do {
            let end = StreamedAnswerEnd { bytes, isCut in notes.withLock { $0.append("\(bytes) \(isCut)") } }
            _ = end.body(.init { _ in })
        }
        #expect(notes.withLock { $0 } == ["0 true"])
    }
}
