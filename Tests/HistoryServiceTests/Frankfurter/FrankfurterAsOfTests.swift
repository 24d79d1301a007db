import Foundation
import HTTPTypes
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Frankfurter's answers of an earlier moment", .timeLimit(.minutes(1)))
struct FrankfurterAsOfTests {
    /// Recorded a minute apart: two sheets, a correction of the first, a further sheet.
    private static func memory() throws -> SeriesMemory {
        var book = RateBook()
        let sheets = [
            try ecbSheet("2026-10-28", ["USD": "1.1", "GBP": "0.8"]),
            try ecbSheet("2026-10-29", ["USD": "1.2", "GBP": "0.8"], recordedAfter: 60_000),
            try ecbSheet("2026-10-28", ["USD": "1.15", "GBP": "0.8"], recordedAfter: 120_000),
            try ecbSheet("2026-10-30", ["USD": "1.3", "GBP": "0.8"], recordedAfter: 180_000),
        ]
        for sheet in sheets { _ = try book.take(sheet) }
        return SeriesMemory(book)
    }

    private static func moment(after seconds: Int) -> String {
        ECBFile.recordedAt.advanced(by: .seconds(seconds)).description
    }

    @Test(
        "a day, a range and the latest are as they were then, a correction left out",
        arguments: [
            (0, #"{"2026-10-28":{"USD":1.1}}"#), (60, #"{"2026-10-28":{"USD":1.1},"2026-10-29":{"USD":1.2}}"#),
            (120, #"{"2026-10-28":{"USD":1.15},"2026-10-29":{"USD":1.2}}"#),
            (180, #"{"2026-10-28":{"USD":1.15},"2026-10-29":{"USD":1.2},"2026-10-30":{"USD":1.3}}"#),
        ])
    func before(seconds: Int, days: String) async throws {
        let time = HandMovedTime(at: ECBFile.recordedAt.advanced(by: .seconds(86_400)))
        let memory = try Self.memory()
        let query = "?symbols=USD&as_of=\(Self.moment(after: seconds))"
        let range = try await ask(memory, "/v1/2026-10-28..\(query)", at: time)
        #expect(range.text.hasSuffix(#""rates":\#(days)}"#))
        #expect(range.headers["cache-control"] == "public, max-age=86400")
        let last = try #require(days.dropLast().split(separator: "\":{\"").last)
        let latest = try await ask(memory, "/v1/latest\(query)", at: time)
        #expect(latest.text.contains(last))
        let day = try await ask(memory, "/v1/2026-10-28\(query)", at: time)
        #expect(day.text.contains(seconds < 120 ? #""USD":1.1}"# : #""USD":1.15}"#))
        #expect(Set([range, latest, day].map { $0.headers["etag"] }).count == 3)
    }

    @Test("its tag is the moment's own, and holds when something newer is recorded")
    func tags() async throws {
        let time = HandMovedTime(at: ECBFile.recordedAt.advanced(by: .seconds(86_400)))
        let uri = "/v1/2026-10-28?as_of=\(Self.moment(after: 60))"
        let tag = try #require(try await ask(Self.memory(), uri, at: time).headers["etag"])
        var book = try Self.memory().current
        _ = try book.take(ecbSheet("2026-10-28", ["USD": "2", "GBP": "0.8"], recordedAfter: 300_000))
        #expect(try await ask(SeriesMemory(book), uri, headers: [.ifNoneMatch: tag], at: time).status == 304)
    }

    @Test("weeks after the newest sheet of a moment that one is what was latest then")
    func weeksLater() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", ["USD": "1.1", "GBP": "0.8"]))
        _ = try book.take(ecbSheet("2026-12-01", ["USD": "1.2"], recordedAfter: 32 * 86_400_000))
        let memory = SeriesMemory(book)
        let time = HandMovedTime(at: ECBFile.recordedAt.advanced(by: .seconds(100 * 86_400)))
        let query = "as_of=\(Self.moment(after: 31 * 86_400))"
        let latest = try await ask(memory, "/v1/latest?symbols=USD&\(query)", at: time)
        #expect(latest.text == #"{"amount":1.0,"base":"EUR","date":"2026-10-30","rates":{"USD":1.1}}"#)
        let currencies = try await ask(memory, "/v1/currencies?\(query)", at: time)
        #expect(currencies.text.contains("GBP"))
        #expect(try await ask(memory, "/v1/2026-11-20?\(query)", at: time).status == 404)
        // The moment's own day is what a range may not begin after.
        #expect(try await ask(memory, "/v1/2026-11-30..?\(query)", at: time).status == 200)
        #expect(try await ask(memory, "/v1/2026-12-01..?\(query)", at: time).status == 404)
    }

    @Test("before anything was recorded there is nothing, and a moment to come is refused")
    func ends() async throws {
        let time = HandMovedTime(at: ECBFile.recordedAt.advanced(by: .seconds(86_400)))
        let memory = try Self.memory()
        let before = try await ask(memory, "/v1/latest?as_of=\(Self.moment(after: -1))", at: time)
        #expect(before.status == 404)
        #expect(before.text == #"{"message":"not found"}"#)
        let earlier = try await ask(memory, "/v1/currencies?as_of=\(Self.moment(after: -1))", at: time)
        #expect(earlier.text == "{}")
        let later = try await ask(memory, "/v1/latest?as_of=\(Self.moment(after: 86_401))", at: time)
        #expect(later.status == 400)
        #expect(later.text.hasPrefix(#"{"message":""#) && later.text.contains("as_of"))
    }
}
