import HTTPTypes
import HummingbirdCore
import NIOCore
import SharedDomain
import SharedTelemetry
import Testing

@testable import SharedHTTP

@Suite("The cache of bodies")
struct BodyCacheTests {
    private let route: CompiledRoute
    private let metrics = MetricsRegistry()
    private let number = Parameter("n", .integer(0...9999), default: 0, summary: "Which.")

    init() throws {
        let route = Route(.get, "/x", summary: "", parameters: [number], immediate: { _ in EdgeReply.raw(1) })
        self.route = try CompiledRoute(route)
    }

    private func question(_ n: Int) throws -> Question {
        let target = try RequestTarget(.init("/x?n=\(n)"), maximumBytes: 100)
        return Question(route, try RequestDecoder(route: route).decodeHead(target, [], [:]), nil)
    }

    private func answer(_ question: Question, version: String, bytes: Int) -> KeptAnswer {
        let body = ByteBuffer(repeating: 0x61, count: bytes)
        return KeptAnswer(
            RenderedAnswer(.ok, [:], mediaType: "text/plain", isCompressible: true, body), version: version,
            entityTag: EntityTag(software: "", question: question, version: version))
    }

    private func cache(_ adjust: (inout CacheSettings) -> Void) -> BodyCache {
        var settings = CacheSettings()
        adjust(&settings)
        return BodyCache(settings: settings, metrics: metrics)
    }

    private func keep(_ n: Int, version: Int = 1, bytes: Int = 100, in cache: BodyCache) throws {
        let question = try question(n)
        cache.keep(
            answer(question, version: "\(version)", bytes: bytes), question, route: "/x",
            asOf: Instant(seconds: Int64(version)))
    }

    private func holds(_ n: Int, version: Int = 1, _ cache: BodyCache) throws -> Bool {
        cache.find(try question(n), version: "\(version)") != nil
    }

    @Test("there are never more bodies than allowed, and those used last stay")
    func count() throws {
        let cache = cache { $0.maximumBodies = 16 }
        for n in 0..<16 { try keep(n, in: cache) }
        #expect(try holds(0, cache))
        for n in 16..<1000 {
            try keep(n, in: cache)
            #expect(try holds(0, cache))
            #expect(try holds(n, cache))
        }
        #expect(cache.clear() <= 16)
    }

    @Test("there are never more bytes than allowed, those of compressed bodies counted")
    func bytes() async throws {
        let cache = cache { $0.maximumBytes = 100_000 }
        for n in 0..<100 {
            try keep(n, bytes: 20_000, in: cache)
            let question = try question(n)
            let kept = try #require(cache.find(question, version: "1"))
            let added = try kept.form(for: AcceptEncoding("gzip")).added
            #expect(added > 0)
            #expect(try kept.form(for: AcceptEncoding("gzip")).added == 0)
            cache.added(added, to: kept, question)
            #expect(
                metrics.gauge("cache_bytes", "Memory that kept bodies take.", labels: ["layer"]).with("body").value
                    <= 100_000)
        }
        #expect((1...4).contains(cache.clear()))
    }

    @Test("a body that is too large is not kept, and drops none")
    func tooLarge() throws {
        let cache = cache { $0.largestBody = 1000 }
        try keep(1, bytes: 1000, in: cache)
        try keep(2, bytes: 1001, in: cache)
        #expect(try holds(1, cache))
        #expect(try !holds(2, cache))
        let none = self.cache { $0.maximumBytes = 0 }
        try keep(1, in: none)
        #expect(try !holds(1, none))
    }

    @Test("what another version was made of is dropped when it is asked for")
    func otherVersion() throws {
        let cache = cache { _ in }
        try keep(1, version: 1, in: cache)
        #expect(try !holds(1, version: 2, cache))
        #expect(cache.clear() == 0)
    }

    @Test("where room is needed, old versions go first, however lately they were used")
    func oldFirst() throws {
        let cache = cache { $0.maximumBodies = 16 }
        try keep(100, version: 2, in: cache)
        for n in 0..<15 { try keep(n, version: 1, in: cache) }
        for n in 0..<15 { #expect(try holds(n, version: 1, cache)) }
        try keep(101, version: 2, in: cache)
        #expect(try holds(100, version: 2, cache))
        #expect(try holds(101, version: 2, cache))
        #expect(cache.clear() == 14)
    }
}
