import Foundation
import HTTPTypes
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Frankfurter's answers that a client holds already", .timeLimit(.minutes(1)))
struct FrankfurterCachingTests {
    @Test(
        "they are good for a day, have a tag like an MD5, and are answered 304 while they hold",
        arguments: [
            "/v1/latest", "/v1/current?from=USD&to=KRW", "/v1/2012-11-20", "/v1/2024-01-06..2024-01-09?symbols=USD",
            "/v1/2026-10-01..", "/v1/2025-01-01..?base=KRW", "/v1/currencies",
        ])
    func held(path: String) async throws {
        let time = HandMovedTime()
        let first = try await ask(ECBFile.memory, path, at: time)
        #expect(first.status == 200)
        #expect(first.headers["content-type"] == "application/json")
        #expect(first.headers["cache-control"] == "public, max-age=86400")
        let tag = try #require(first.headers["etag"])
        #expect(tag.wholeMatch(of: /"[0-9a-f]{32}"/) != nil)
        // On Sunday, when nothing was published since.
        time.advance(by: .seconds(2 * 86_400))
        let held = try await ask(ECBFile.memory, path, headers: [.ifNoneMatch: tag], at: time)
        #expect(held.status == 304)
        #expect(held.text.isEmpty)
        #expect(held.headers["etag"] == tag)
        #expect(held.headers["cache-control"] == "public, max-age=86400")
        #expect(try await ask(ECBFile.memory, path, headers: [.ifNoneMatch: "*"], at: time).status == 304)
        let other = try await ask(ECBFile.memory, path, headers: [.ifNoneMatch: #""0123""#], at: time)
        #expect(other.status == 200)
        #expect(other.text == first.text)
    }

    @Test("a question in other words has the same answer, another question another tag")
    func questions() async throws {
        var tags: [String?] = []
        for query in ["?symbols=USD", "?symbols=USD&colour=red", "?symbols=GBP"] {
            tags.append(try await ask(ECBFile.memory, "/v1/latest" + query).headers["etag"])
        }
        #expect(tags[0] == tags[1] && tags[0] != tags[2])
    }

    @Test("a correction changes the tag, of a past day too")
    func correction() async throws {
        var book = RateBook()
        for sheet in try ECBFile.sheets(from: "2026-10-19") { _ = try book.take(sheet) }
        let path = "/v1/2026-10-20?symbols=USD"
        let before = try await ask(SeriesMemory(book), path)
        _ = try book.take(ecbSheet("2026-10-20", ["USD": "1.5"], recordedAfter: 10))
        let tag = try #require(before.headers["etag"])
        let after = try await ask(SeriesMemory(book), path, headers: [.ifNoneMatch: tag])
        #expect(after.status == 200)
        #expect(after.text == #"{"amount":1.0,"base":"EUR","date":"2026-10-20","rates":{"USD":1.5}}"#)
        #expect(after.headers["etag"] != tag)
    }

    @Test("what is latest is confirmed however long there was no sheet; a date two weeks after one is not")
    func staleness() async throws {
        let time = HandMovedTime()
        let tag = try #require(try await ask(ECBFile.memory, "/v1/latest", at: time).headers["etag"])
        let listed = try #require(try await ask(ECBFile.memory, "/v1/currencies", at: time).headers["etag"])
        for days in [14, 1, 300] {
            time.advance(by: .seconds(days * 86_400))
            for (path, held) in [("/v1/latest", tag), ("/v1/currencies", listed)] {
                #expect(try await ask(ECBFile.memory, path, headers: [.ifNoneMatch: held], at: time).status == 304)
            }
        }
        let dated = try await ask(ECBFile.memory, "/v1/2026-11-14", headers: [.ifNoneMatch: tag], at: time)
        #expect(dated.status == 404)
        #expect(dated.headers["etag"] == nil)
    }

    @Test(
        "refusals are never kept",
        arguments: [
            "/v1/2010-31-01", "/v1/1998-01-01", "/v1/latest?amount=0", "/v1/nothing", "/v1/no/thing",
            "/v1/latest?as_of=yesterday", "/v1/latest?as_of=2027-01-01T00:00:00Z", "/v1/latest?base=%zz",
        ])
    func refusals(path: String) async throws {
        let answer = try await ask(ECBFile.memory, path)
        #expect([400, 404, 422].contains(answer.status))
        #expect(answer.headers["cache-control"] == "no-store")
        #expect(answer.headers["etag"] == nil)
        #expect(answer.text.hasPrefix(#"{"message":""#) && !answer.text.contains("success"))
    }

    @Test("a short range is kept, a long one written while it is sent, each compressed, and HEAD says its tag too")
    func ways() async throws {
        let short = try await ask(
            ECBFile.memory, "/v1/2026-01-01..", headers: [.acceptEncoding: "gzip"])
        #expect(short.headers["content-encoding"] == "gzip")
        let long = try await ask(ECBFile.memory, "/v1/2024-01-01..", headers: [.acceptEncoding: "gzip"])
        #expect(long.headers["content-encoding"] == "gzip")
        #expect(long.headers["content-length"] == nil)
        let head = try await ask(ECBFile.memory, "/v1/2024-01-01..", .head, headers: [.acceptEncoding: "gzip"])
        #expect(head.status == 200)
        #expect(head.text.isEmpty)
        #expect(head.headers["etag"] == long.headers["etag"] && head.headers["etag"] != nil)
    }
}
