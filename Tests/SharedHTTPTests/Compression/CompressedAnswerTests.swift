import HTTPTypes
import NIOCore
import SharedDomain
import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("Answers in a coding")
struct CompressedAnswerTests {
    private static func route(bytes: Int, mediaType: String = "text/plain", caching: CacheRule = .never) -> Route {
        Route(
            .get, "/text", summary: "A text.", caching: caching,
            immediate: { _ in .bytes(ByteBuffer(repeating: 0x61, count: bytes), mediaType: mediaType) })
    }

    @Test("a body over 1 KiB comes in the coding that is asked for")
    func coded() async throws {
        let test = try TestEdge([Self.route(bytes: 1025)])
        for coding in ["gzip", "deflate"] {
            let answer = try await test.ask("/text", headers: [.acceptEncoding: coding])
            #expect(answer.headers[.contentEncoding] == coding)
            #expect(answer.body.readableBytes < 200)
            #expect(answer.headers[.contentLength] == "\(answer.body.readableBytes)")
            #expect(answer.headers[.vary] == "Accept-Encoding")
        }
        let plain = try await test.ask("/text")
        #expect(plain.headers[.contentEncoding] == nil)
        #expect(plain.body.readableBytes == 1025)
        #expect(plain.headers[.vary] == "Accept-Encoding")
    }

    @Test("a small body and one that would not get smaller come as they are, and do not vary")
    func asItIs() async throws {
        for route in [Self.route(bytes: 1024), Self.route(bytes: 4096, mediaType: "image/png")] {
            let answer = try await TestEdge([route]).ask("/text", headers: [.acceptEncoding: "gzip"])
            #expect(answer.headers[.contentEncoding] == nil)
            #expect(answer.headers[.vary] == nil)
        }
    }

    @Test("a client that refuses a body as it is gets even a small one in a coding")
    func refused() async throws {
        let test = try TestEdge([Self.route(bytes: 500)])
        let answer = try await test.ask("/text", headers: [.acceptEncoding: "gzip, identity;q=0"])
        #expect(answer.headers[.contentEncoding] == "gzip")
    }

    @Test("HEAD has the headers of GET in every coding", arguments: [nil, "gzip", "deflate"])
    func head(coding: String?) async throws {
        let test = try TestEdge([Self.route(bytes: 5000)])
        let headers: HTTPFields = coding.map { [.acceptEncoding: $0] } ?? [:]
        let get = try await test.ask("/text", headers: headers)
        let head = try await test.ask("/text", .head, headers: headers)
        #expect(head.body.readableBytes == 0)
        for name in [HTTPField.Name.contentLength, .contentEncoding, .contentType, .vary, .cacheControl] {
            #expect(head.headers[name] == get.headers[name])
        }
    }

    @Test("each coding has an entity tag of its own, and a kept body is the same in each")
    func tags() async throws {
        let version = AnswerVersion(tag: "1", asOf: HandMovedTime.defaultStart, freshUntil: nil)
        let test = try TestEdge([Self.route(bytes: 5000, caching: .versioned { _ in version })])
        let plain = try await test.ask("/text")
        let gzip = try await test.ask("/text", headers: [.acceptEncoding: "gzip"])
        let deflate = try await test.ask("/text", headers: [.acceptEncoding: "deflate"])
        #expect(Set([plain, gzip, deflate].map { $0.headers[.eTag] }).count == 3)
        #expect(gzip.headers[.eTag]?.hasSuffix("-gzip\"") == true)
        let again = try await test.ask("/text", headers: [.acceptEncoding: "gzip"])
        #expect(again.body == gzip.body)
    }
}
