import HTTPTypes
import HummingbirdCore
import SharedDomain
import Testing

@testable import SharedHTTP

@Suite("Questions and entity tags")
struct QuestionTests {
    private func question(_ target: String, _ route: Route, _ language: Language? = nil) throws -> Question {
        let route = try CompiledRoute(route)
        let target = try RequestTarget(.init(target), maximumBytes: 8192)
        return Question(route, try RequestDecoder(route: route).decodeHead(target, [], [:]), language)
    }

    @Test("order, spelling and written defaults make no other question")
    func same() throws {
        let plain = try question("/api/v1/convert?from=USD&amount=1", SampleRoutes.convert)
        for target in [
            "?amount=1&from=usd", "?from=USD&amount=1&precision=10&base=krw", "?from=%55SD&amount=1&numbers=number",
        ] {
            #expect(try question("/api/v1/convert" + target, SampleRoutes.convert) == plain)
        }
    }

    @Test("another value, another style of numbers or another language is another question")
    func different() throws {
        let targets = ["", "&precision=9", "&numbers=string", "&base=EUR", "&date=2026-10-30"]
        let questions = try targets.map {
            try question("/api/v1/convert?from=USD&amount=1" + $0, SampleRoutes.convert)
        }
        #expect(Set(questions).count == targets.count)
        let languages = try [Language.ko, .en].map { try question("/api/v1/latest", SampleRoutes.latest, $0) }
        #expect(Set(languages).count == 2)
    }

    @Test("the language counts, not where it was asked for")
    func language() throws {
        let asked = try question("/api/v1/latest?lang=en", SampleRoutes.latest, .en)
        #expect(try question("/api/v1/latest", SampleRoutes.latest, .en) == asked)
    }

    @Test("values cannot run into each other")
    func injective() throws {
        let one = Parameter("a", .text(0...20), default: "", summary: "One.")
        let two = Parameter("b", .text(0...20), default: "", summary: "Another.")
        let route = Route(.get, "/x", summary: "", parameters: [one, two], immediate: { _ in EdgeReply.raw(1) })
        let questions = try ["?a=x&b=y", "?a=x%20y", "?a=x%201:y", "?b=x%20y", "?a=1:x&b=y", "?a=%20-"].map {
            try question("/x" + $0, route)
        }
        #expect(Set(questions).count == questions.count)
    }

    @Test("an entity tag is made of the software, the question and the version, and is quoted")
    func entityTag() throws {
        let question = try question("/ranks/today", SampleRoutes.raw)
        let tag = EntityTag(software: "0.1.0 abc", question: question, version: "7")
        // printf '9:0.1.0 abc16:GET /ranks/today1:7' | sha256sum | cut -c1-32
        #expect(tag.text(.identity) == "\"\(Self.digest)\"")
        #expect(tag.text(.gzip) == "\"\(Self.digest)-gzip\"")
        #expect(tag.text(.deflate) == "\"\(Self.digest)-deflate\"")
        for other in [
            EntityTag(software: "0.1.1 abc", question: question, version: "7"),
            EntityTag(software: "0.1.0 abc", question: question, version: "8"),
        ] { #expect(other != tag) }
    }

    private static let digest = "cae482c26f79008b8febda2c38cd833d"
}
