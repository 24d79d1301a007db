import HTTPTypes
import Logging
import NIOCore
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@Suite("A streamed answer", .timeLimit(.minutes(1)))
struct StreamedAnswerTests {
    @Test("its parts come as they are written, in chunks, and nobody keeps it; the connection goes on")
    func parts() async throws {
        let gate = Gate()
        let test = try TestEdge([StreamSamples.parts([("one", nil), ("twelve bytes", gate)])])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                let head = RawResponse(head: try await connection.read(through: "\r\n\r\n"))
                #expect(head.status == 200)
                #expect(head.header("content-type") == "text/plain; charset=utf-8")
                #expect(head.header("cache-control") == "no-store")
                #expect(head.header("transfer-encoding") == "chunked")
                #expect(head.header("content-length") == nil)
                #expect(head.header("x-correlation-id") != nil)
                #expect(try await connection.read(through: "one\r\n") == "3\r\none\r\n")
                #expect(await test.figure(StreamSamples.open) == "1")
                gate.open()
                #expect(try await connection.read(through: "0\r\n\r\n") == "c\r\ntwelve bytes\r\n0\r\n\r\n")
                #expect(try await connection.live() == 200)
                #expect(await test.figure(StreamSamples.open) == "0")
            }
        }
    }

    @Test("HEAD is answered with the headers alone, the body is never begun, and the connection goes on")
    func head() async throws {
        let test = try TestEdge([StreamSamples.route { _ in throw TestFailure("begun") }])
        try await test.serving { port, _ in
            try await RawConnection.open(port: port) { connection in
                try await connection.send("HEAD /stream HTTP/1.1\r\nHost: x\r\n\r\n")
                let head = try await connection.response(hasBody: false)
                #expect(head.status == 200)
                #expect(head.header("content-type") == "text/plain; charset=utf-8")
                #expect(head.header("transfer-encoding") == "chunked")
                #expect(head.header("content-length") == nil)
                #expect(try await connection.live() == 200)
            }
        }
    }

    @Test("what fails before the first part is an error like any other")
    func error() async throws {
        let route = Route(
            .get, "/stream", summary: "Fails.",
            handler: { _ -> EdgeReply in throw ServiceError.dataNotReady("Nothing is held yet.") })
        let answer = try await TestEdge([route]).ask("/stream")
        #expect(answer.status == 503)
        #expect(try answer.code == "DATA_NOT_READY")
    }

    @Test("one that fails on its way lacks its end, and the reason is in the log")
    func cutOff() async throws {
        let test = try TestEdge([
            StreamSamples.route { writer in
                try await writer.write(ByteBuffer(string: "one"))
                throw TestFailure("the disk is gone")
            }
        ])
        try await test.serving { port, _ in
            let answer = try await RawConnection.open(port: port) { connection in
                try await connection.send(StreamSamples.request)
                return try await connection.rest()
            }
            #expect(answer.hasSuffix("3\r\none\r\n"))
            try await eventually("logged") { test.logs.messages(at: .error) == ["a streamed answer was cut off"] }
        }
    }

    @Test("it is counted and logged once, with its bytes")
    func counted() async throws {
        let test = try TestEdge([StreamSamples.parts([("one", nil), ("two", nil)])])
        #expect(try await test.ask("/stream").text == "onetwo")
        let line = try #require(test.logs.lines.first { $0.message == "request" })
        #expect(line.metadata["status"] == "200")
        #expect(line.metadata["bytes"] == "6")
        #expect(await test.figure("http_server_response_bytes_total") == "6")
        #expect(await test.figure("http_server_requests_in_flight") == "0")
    }

    @Test("one that says of which version it is has its tag and its time, and a client that holds it gets a 304 alone")
    func tagged() async throws {
        let test = try TestEdge([
            Route(
                .get, "/stream", summary: "Streams.",
                caching: .versioned { _ in Self.version(freshUntil: 60) },
                immediate: { _ in Self.lines.of(Self.version(freshUntil: 60)) })
        ])
        let answer = try await test.ask("/stream")
        #expect(answer.text == "a,b")
        #expect(answer.headers[.cacheControl] == "public, max-age=60")
        #expect(answer.headers[.contentEncoding] == nil)
        let tag = try #require(answer.headers[.eTag])
        #expect(tag.hasPrefix("\"") && tag.hasSuffix("\"") && !tag.contains("-"))
        #expect(try await test.ask("/stream", .head).headers[.eTag] == tag)
        for held in [tag, "*"] {
            let same = try await test.ask("/stream", headers: [.ifNoneMatch: held])
            #expect(same.status == 304)
            #expect(same.text.isEmpty)
            #expect(same.headers[.eTag] == tag)
            #expect(same.headers[.cacheControl] == answer.headers[.cacheControl])
            #expect(same.headers[.vary] == answer.headers[.vary] && same.headers[.vary] == "Accept-Encoding")
        }
        #expect(try await test.ask("/stream", headers: [.ifNoneMatch: "\"other\""]).text == "a,b")
    }

    @Test("a tag holds for one question and one version")
    func tags() async throws {
        let number = Parameter("n", .integer(1...9), default: 1, summary: "A number.")
        let test = try TestEdge([
            Route(
                .get, "/stream", summary: "Streams.", parameters: [number],
                // The version is known only when the handler has run.
                caching: .versioned { _ in nil },
                handler: { request in
                    let tag = try request[number] == 3 ? "2" : "1"
                    return Self.lines.of(Self.version(tag, freshUntil: nil))
                })
        ])
        var tags: [String] = []
        for target in ["/stream?n=1", "/stream?n=2", "/stream?n=3"] {
            let answer = try await test.ask(target)
            #expect(answer.headers[.cacheControl] == "public, no-cache")
            tags.append(try #require(answer.headers[.eTag]))
            #expect(try await test.ask(target, headers: [.ifNoneMatch: tags.joined(separator: ", ")]).status == 304)
        }
        #expect(Set(tags).count == 3)
        #expect(try await test.ask("/stream", headers: [.ifNoneMatch: tags[1]]).status == 200)
    }

    private static func version(_ tag: String = "1", freshUntil seconds: Int?) -> AnswerVersion {
        AnswerVersion(
            tag: tag, asOf: HandMovedTime.defaultStart,
            freshUntil: seconds.map { HandMovedTime.defaultStart.advanced(by: .seconds($0)) })
    }

    private static var lines: EdgeReply {
        .streaming(mediaType: "text/csv") { writer in try await writer.write(ByteBuffer(string: "a,b")) }
    }

    @Test("one that does not say so is not kept, though others of its route are")
    func versioned() async throws {
        let route = Route(
            .get, "/stream", summary: "Streams.",
            caching: .versioned { request in
                AnswerVersion(tag: "1", asOf: request.receivedAt, freshUntil: nil)
            },
            handler: { _ in Self.lines })
        let test = try TestEdge([route])
        for _ in 0..<2 {
            let answer = try await test.ask("/stream")
            #expect(answer.text == "a,b")
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[.eTag] == nil)
        }
    }

    @Test("a header of its own may say that it can be kept")
    func headers() async throws {
        let route = Route(
            .get, "/stream", summary: "Streams.",
            immediate: { _ in
                EdgeReply.streaming(mediaType: "text/csv") { writer in
                    try await writer.write(ByteBuffer(repeating: 97, count: 4096))
                }.settingHeader("Cache-Control", to: "public, max-age=60")
            })
        let answer = try await TestEdge([route]).ask("/stream")
        #expect(answer.headers[.cacheControl] == "public, max-age=60")
        #expect(answer.body.readableBytes == 4096)
    }
}
