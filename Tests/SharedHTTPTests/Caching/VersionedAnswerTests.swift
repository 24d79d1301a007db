import HTTPTypes
import NIOCore
import SharedDomain
import SharedTelemetry
import SharedTesting
import Synchronization
import Testing

@testable import SharedHTTP

@Suite("Versioned answers")
struct VersionedAnswerTests {
    @Test("an answer has a strong tag, the time it may be kept, and the time of its data")
    func headers() async throws {
        let data = VersionedData()
        let test = try TestEdge([data.route])
        test.time.advance(by: .seconds(20))
        let answer = try await test.ask("/data")
        #expect(answer.headers[.cacheControl] == "public, max-age=40")
        #expect(answer.headers[.eTag]?.hasPrefix("\"") == true)
        #expect(answer.headers[.vary] == "Accept-Encoding")
        #expect(try answer.document["timestamp"] as? String == "2026-10-30T15:00:00Z")
    }

    @Test(
        "a client that holds the answer gets a 304 without a body, and the handler is left alone",
        arguments: [
            "%@", "W/%@", "\"x\", %@", "\"x\" , W/%@,",
        ])
    func notModified(pattern: String) async throws {
        let data = VersionedData()
        let test = try TestEdge([data.route])
        let tag = try #require(try await test.ask("/data").headers[.eTag])
        for method in [HTTPRequest.Method.get, .head] {
            let headers: HTTPFields = [.ifNoneMatch: pattern.replacing("%@", with: tag)]
            let answer = try await test.ask("/data", method, headers: headers)
            #expect(answer.status == 304)
            #expect(answer.body.readableBytes == 0)
            #expect(answer.headers[.eTag] == tag)
            #expect(answer.headers[.cacheControl] == "public, max-age=60")
            #expect(answer.headers[.vary] == "Accept-Encoding")
            #expect(answer.headers[.contentLength] == nil)
            #expect(answer.headers[.contentType] == nil)
            #expect(answer.headers[.correlationID] != nil)
        }
        #expect(data.answered == 1)
    }

    @Test("a 304 needs no body: another process with the same data knows the tag")
    func restart() async throws {
        let tag = try #require(try await TestEdge([VersionedData().route]).ask("/data").headers[.eTag])
        let data = VersionedData()
        let answer = try await TestEdge([data.route]).ask("/data", headers: [.ifNoneMatch: tag])
        #expect(answer.status == 304)
        #expect(data.answered == 0)
    }

    @Test("a star is a 304 for what there is, and nothing for what there is not")
    func star() async throws {
        let data = VersionedData()
        let test = try TestEdge([data.route])
        #expect(try await test.ask("/data", headers: [.ifNoneMatch: "*"]).status == 304)
        #expect(try await test.ask("/data", headers: [.ifNoneMatch: "*"]).status == 304)
        data.fails = true
        #expect(try await test.ask("/data?n=2", headers: [.ifNoneMatch: "*"]).status == 404)
    }

    @Test("a malformed or foreign tag gets the whole answer", arguments: ["\"x\"", "x", "\"", "W/\"x\"", ""])
    func otherTag(header: String) async throws {
        let answer = try await TestEdge([VersionedData().route]).ask("/data", headers: [.ifNoneMatch: header])
        #expect(answer.status == 200)
    }

    @Test("a tag of a coding that the client does not take now is no match")
    func otherCoding() async throws {
        let data = VersionedData(padding: 3000)
        let test = try TestEdge([data.route])
        let gzip = try #require(try await test.ask("/data", headers: [.acceptEncoding: "gzip"]).headers[.eTag])
        #expect(gzip.hasSuffix("-gzip\""))
        #expect(try await test.ask("/data", headers: [.ifNoneMatch: gzip]).status == 200)
        let held = try await test.ask("/data", headers: [.ifNoneMatch: gzip, .acceptEncoding: "gzip"])
        #expect(held.status == 304)
        #expect(held.headers[.eTag] == gzip)
    }

    @Test("a correction changes the tag and the bytes, and what was kept is not sent again")
    func correction() async throws {
        let data = VersionedData()
        let test = try TestEdge([data.route])
        let before = try await test.ask("/data")
        #expect(try await test.ask("/data").body == before.body)
        #expect(data.answered == 1)
        data.change()
        let after = try await test.ask("/data", headers: [.ifNoneMatch: before.headers[.eTag] ?? ""])
        #expect(after.status == 200)
        #expect(after.headers[.eTag] != before.headers[.eTag])
        #expect(after.body != before.body)
        #expect(data.answered == 2)
    }

    @Test("data that changes while the handler reads it gives an answer that nobody keeps")
    func changing() async throws {
        let data = VersionedData()
        let test = try TestEdge([data.route])
        data.changesWhileRead = true
        let answer = try await test.ask("/data")
        #expect(answer.status == 200)
        #expect(answer.headers[.eTag] == nil)
        #expect(answer.headers[.cacheControl] == "no-store")
        data.changesWhileRead = false
        _ = try await test.ask("/data")
        #expect(data.answered == 2)
    }

    @Test("a reply that says what it was made from is tagged as that, and kept")
    func versionOfReply() async throws {
        let data = VersionedData()
        let test = try TestEdge([data.route])
        data.saysVersion = true
        data.changesWhileRead = true
        let answer = try await test.ask("/data")
        data.changesWhileRead = false
        #expect(try await test.ask("/data").headers[.eTag] == answer.headers[.eTag])
        #expect(data.answered == 1)
    }

    @Test("a version that only the handler knows makes a tag, and a 304 for who holds it")
    func versionAfterwards() async throws {
        let data = VersionedData()
        let test = try TestEdge([data.route])
        data.hasVersion = false
        data.saysVersion = true
        let answer = try await test.ask("/data")
        let tag = try #require(answer.headers[.eTag])
        #expect(answer.headers[.cacheControl] == "public, max-age=60")
        let again = try await test.ask("/data", headers: [.ifNoneMatch: tag])
        #expect(again.status == 304)
        #expect(data.answered == 2)
    }

    @Test("questions are kept apart, and one asked in other words is the same")
    func questions() async throws {
        let data = VersionedData()
        let test = try TestEdge([data.route])
        let one = try await test.ask("/data?n=1")
        #expect(try await test.ask("/data").headers[.eTag] == one.headers[.eTag])
        #expect(try await test.ask("/data?n=2").headers[.eTag] != one.headers[.eTag])
        #expect(data.answered == 2)
        #expect(try await test.ask("/data?n=2&n=3").status == 400)
        #expect(try await test.ask("/data?m=2").status == 400)
    }

    @Test("an answer with names is kept for each language and varies by it")
    func language() async throws {
        let data = VersionedData()
        let test = try TestEdge([data.route, data.named])
        let korean = try await test.ask("/named")
        let english = try await test.ask("/named", headers: [.acceptLanguage: "en-GB, ko;q=0.5"])
        #expect(korean.headers[.vary] == "Accept-Encoding, Accept-Language")
        #expect(try korean.data["language"] as? String == "ko")
        #expect(try english.data["language"] as? String == "en")
        #expect(korean.headers[.eTag] != english.headers[.eTag])
        #expect(try await test.ask("/named?lang=en").headers[.eTag] == english.headers[.eTag])
        #expect(data.answered == 2)
    }

    @Test("errors and answers without a version are kept by nobody")
    func uncached() async throws {
        let data = VersionedData()
        let test = try TestEdge([data.route])
        data.fails = true
        let failed = try await test.ask("/data")
        #expect(failed.status == 404)
        #expect(failed.headers[.cacheControl] == "no-store")
        #expect(failed.headers[.eTag] == nil)
        data.fails = false
        data.hasVersion = false
        let answer = try await test.ask("/data", headers: [.ifNoneMatch: "*"])
        #expect(answer.status == 200)
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.headers[.eTag] == nil)
    }

    @Test("a GET with a body is checked however often its target was asked")
    func bodyOfKnownTarget() async throws {
        let test = try TestEdge([VersionedData().route])
        _ = try await test.ask("/data")
        let answer = try await test.ask(
            "/data", .get, headers: [.contentType: "application/json"], body: #"{"n":5}"#)
        #expect(answer.status == 400)
        #expect(try await test.ask("/data", .post).status == 405)
    }

    @Test("figures count each layer")
    func figures() async throws {
        let services = EdgeServices()
        let test = try TestEdge([VersionedData().route], services: services)
        let tag = try await test.ask("/data").headers[.eTag] ?? ""
        _ = try await test.ask("/data")
        _ = try await test.ask("/data", headers: [.ifNoneMatch: tag])
        let text = await services.metrics.exposition()
        for line in [
            #"cache_requests_total{layer="target",outcome="miss"} 1"#,
            #"cache_requests_total{layer="target",outcome="hit"} 2"#,
            #"cache_requests_total{layer="body",outcome="miss"} 1"#,
            #"cache_requests_total{layer="body",outcome="hit"} 1"#,
            #"cache_requests_total{layer="client",outcome="hit"} 1"#,
        ] { #expect(text.contains(line + "\n"), "\(line)") }
        #expect(services.caches.clear() == 1)
    }

    @Test("only what a target says all of may have versions")
    func mistake() {
        let version: CacheRule = .versioned { _ in nil }
        let post = Route(.post, "/x", summary: "", caching: version, immediate: { _ in EdgeReply.raw(1) })
        #expect(throws: RouteMistake.self) { try CompiledRoute(post) }
        let header = Route(
            .get, "/x", summary: "", parameters: [SampleRoutes.key], caching: version,
            immediate: { _ in EdgeReply.raw(1) })
        #expect(throws: RouteMistake.self) { try CompiledRoute(header) }
    }
}
