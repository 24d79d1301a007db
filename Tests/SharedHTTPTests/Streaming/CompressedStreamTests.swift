import Foundation
import HTTPTypes
import Logging
import NIOCore
import SharedDomain
import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("A streamed answer in a coding", .timeLimit(.minutes(1)))
struct CompressedStreamTests {
    /// What cannot get smaller, in a piece as it is compressed.
    private static let noise: ByteBuffer = {
        var random = SplitMix64(seed: 5)
        return ByteBuffer(bytes: (0..<65_536).map { _ in UInt8.random(in: 0...255, using: &random) })
    }()

    private static func lines(_ count: Int) -> [String] {
        (0..<count).map { "2026-10-30,USD,\(1000 + $0 * 7919 % 10_000),1335.27\n" }
    }

    private static func route(
        _ lines: [String], mediaType: String = "text/csv", _ caching: CacheRule = .never
    ) -> Route {
        Route(
            .get, "/stream", summary: "Streams.", caching: caching,
            immediate: { _ in
                let reply = EdgeReply.streaming(mediaType: mediaType) { writer in
                    for line in lines { try await writer.write(ByteBuffer(string: line)) }
                }
                guard case .versioned = caching else { return reply }
                return reply.of(version)
            })
    }

    private static let version = AnswerVersion(
        tag: "1", asOf: HandMovedTime.defaultStart,
        freshUntil: HandMovedTime.defaultStart.advanced(by: .seconds(60)))

    @Test(
        "it comes in the coding that is asked for, and is the same when another codec has read it",
        .enabled(if: OtherCodec.isThere, "needs python3"),
        arguments: [(ContentCoding.gzip, "gzip"), (.deflate, "deflate")])
    func coded(coding: ContentCoding, name: String) async throws {
        let lines = Self.lines(10_000)
        let test = try TestEdge([Self.route(lines)])
        let answer = try await test.ask("/stream", headers: [.acceptEncoding: name])
        #expect(answer.headers[.contentEncoding] == name)
        #expect(answer.headers[.contentLength] == nil)
        #expect(answer.headers[.vary] == "Accept-Encoding")
        #expect(try OtherCodec.read(answer.body, coding) == Data(lines.joined().utf8))
        #expect(answer.body.readableBytes < lines.joined().utf8.count / 4)
        #expect(await test.figure("http_server_response_bytes_total") == "\(answer.body.readableBytes)")
        let plain = try await test.ask("/stream")
        #expect(plain.headers[.contentEncoding] == nil && plain.headers[.vary] == "Accept-Encoding")
        #expect(plain.text == lines.joined())
    }

    @Test(
        "whatever the client says of codings, it comes in that of a whole body",
        arguments: [
            "", "gzip", "x-gzip", "deflate", "br", "*", "*;q=0", "gzip;q=0", "identity;q=0", "gzip, identity;q=0",
            "deflate;q=1, gzip;q=0.5", "gzip;q=0.2, identity;q=0.5", "gzip;q=2", "gzip;q=abc", "GZIP;Q=1.000",
            "gzip;q=0.0001", "identity;q=0, *;q=0", "*;q=0, deflate;q=0.001", "gzip;;q=1", ";;;,,,q=1", "gzip\u{0}",
            String(repeating: ",", count: 9000), String(repeating: "br,", count: 40) + "gzip",
        ])
    func negotiation(header: String) async throws {
        for mediaType in ["text/csv", "image/png"] {
            let whole = Route(
                .get, "/whole", summary: "A whole body.",
                immediate: { _ in .bytes(ByteBuffer(repeating: 0x61, count: 5000), mediaType: mediaType) })
            let test = try TestEdge([Self.route(Self.lines(100), mediaType: mediaType), whole])
            let streamed = try await test.ask("/stream", headers: [.acceptEncoding: header])
            let expected = try await test.ask("/whole", headers: [.acceptEncoding: header])
            #expect(streamed.headers[.contentEncoding] == expected.headers[.contentEncoding])
            #expect(streamed.headers[.vary] == expected.headers[.vary])
        }
    }

    @Test("each coding has a tag of its own, HEAD and 304 say what GET says", arguments: [nil, "gzip", "deflate"])
    func tags(coding: String?) async throws {
        let test = try TestEdge([Self.route(Self.lines(100), .versioned { _ in Self.version })])
        let headers: HTTPFields = coding.map { [.acceptEncoding: $0] } ?? [:]
        let answer = try await test.ask("/stream", headers: headers)
        let tag = try #require(answer.headers[.eTag])
        #expect(tag.hasSuffix(coding.map { "-\($0)\"" } ?? "\""))
        #expect(tag.contains("-") == (coding != nil))
        #expect(answer.headers[.cacheControl] == "public, max-age=60")
        let head = try await test.ask("/stream", .head, headers: headers)
        for name in [HTTPField.Name.contentEncoding, .contentType, .eTag, .vary, .cacheControl] {
            #expect(head.headers[name] == answer.headers[name])
        }
        for held in [tag, "*"] {
            var asking = headers
            asking[.ifNoneMatch] = held
            let same = try await test.ask("/stream", headers: asking)
            #expect(same.status == 304 && same.body.readableBytes == 0)
            for name in [HTTPField.Name.eTag, .vary, .cacheControl] {
                #expect(same.headers[name] == answer.headers[name])
            }
        }
        // Who does not read that coding does not hold the right bytes.
        let other = try await test.ask("/stream", headers: [.acceptEncoding: "br", .ifNoneMatch: tag])
        #expect(other.status == (coding == nil ? 304 : 200))
    }

    @Test("one without an end comes as it is, even to a client that refuses that")
    func endless() async throws {
        let test = try TestEdge([StreamSamples.endless(HandFed())])
        let answer = try await test.ask("/stream", .head, headers: [.acceptEncoding: "gzip, identity;q=0"])
        #expect(answer.status == 200)
        #expect(answer.headers[.contentEncoding] == nil && answer.headers[.vary] == nil)
    }

    private static let request = "GET /stream HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n"

    @Test("one that fails on its way lacks its end")
    func cutOff() async throws {
        let test = try TestEdge([
            StreamSamples.route { writer in
                for _ in 0..<3 { try await writer.write(Self.noise) }
                throw TestFailure("the disk is gone")
            }
        ])
        try await test.serving { port, _ in
            let bytes = try await RawConnection.open(port: port) { connection in
                try await connection.send(Self.request)
                return try await connection.restBytes()
            }
            // Three pieces have come, and not the last chunk.
            #expect(bytes.readableBytes > 3 * 65_536)
            #expect(!bytes.readableBytesView.suffix(5).elementsEqual("0\r\n\r\n".utf8))
            try await eventually("logged") { test.logs.messages(at: .error) == ["a streamed answer was cut off"] }
        }
    }

    @Test("while its client does not read no more is made, and it ends when the client goes")
    func backpressure() async throws {
        let (ended, made) = (Gate(), Counted())
        let test = try TestEdge([
            StreamSamples.route { writer in
                defer { ended.open() }
                while true {
                    try await writer.write(Self.noise)
                    made.add()
                }
            }
        ])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(Self.request)
                try await connection.beginning()
                try await made.waitUntilStuck()
                // What the kernels of both sides keep, and what waits in memory.
                #expect(made.count * 65_536 < 48 * 1024 * 1024)
            }
            try await ended.wait()
            try await eventually("closed") { await test.figure(StreamSamples.open) == "0" }
            #expect(test.logs.messages(at: .error).isEmpty)
        }
    }
}
