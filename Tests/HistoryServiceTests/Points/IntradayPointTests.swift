import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Points of a source that publishes several times a day")
struct IntradayPointTests {
    private let path = "/api/v1/history"

    /// Won for a dollar: three publications on a Thursday, two of them in one hour, and two on Friday.
    private func memory() throws -> SeriesMemory {
        var book = RateBook()
        for sheet in try [
            publication("2026-10-29", hour: 0, ["USD": "1300"]), publication("2026-10-29", hour: 1, ["USD": "1320"]),
            publication("2026-10-29", hour: 1, minute: 30, ["USD": "1310"]),
            publication("2026-10-30", hour: 0, ["USD": "1315"]), publication("2026-10-30", hour: 2, ["USD": "1305"]),
        ] {
            _ = try book.take(sheet)
        }
        return SeriesMemory(book)
    }

    private func lines(_ query: String) async throws -> [String] {
        let answer = try await ask(memory(), "\(path)?target=USD&period=max&format=csv&\(query)")
        return answer.text.components(separatedBy: "\r\n").dropFirst().dropLast()
    }

    // By hand: changes against the point before, in percent of it.
    @Test("hours have the rates published in them, the last one closing")
    func hours() async throws {
        #expect(
            try await lines("interval=hourly&precision=6") == [
                "2026-10-29T00:00:00Z,KRW,USD,1300,0,0,1,1300,1300,1300,1300",
                "2026-10-29T01:00:00Z,KRW,USD,1310,10,0.769231,2,1320,1320,1310,1310",
                "2026-10-30T00:00:00Z,KRW,USD,1315,5,0.381679,1,1315,1315,1315,1315",
                "2026-10-30T02:00:00Z,KRW,USD,1305,-10,-0.760456,1,1305,1305,1305,1305",
            ])
    }

    @Test("days close with the last rate, and count the observations")
    func days() async throws {
        #expect(
            try await lines("precision=6") == [
                "2026-10-29,KRW,USD,1310,0,0,3", "2026-10-30,KRW,USD,1305,-5,-0.381679,2",
            ])
    }

    @Test("weeks and months have the extremes of all hours")
    func weeks() async throws {
        #expect(
            try await lines("interval=weekly&precision=6") == [
                "2026-10-26,KRW,USD,1305,0,0,5,1300,1320,1300,1305"
            ])
        #expect(
            try await lines("interval=monthly&precision=6") == [
                "2026-10-01,KRW,USD,1305,0,0,5,1300,1320,1300,1305"
            ])
    }

    @Test("pages of hours are together what there is")
    func pages() async throws {
        let memory = try memory()
        let query = "\(path)?target=USD&period=max&interval=hourly"
        let whole = try await ask(memory, query).results.compactMap { $0["date"] as? String }
        var (dates, more): ([String], String?) = ([], "")
        while let cursor = more, dates.count < 10 {
            let page = try await ask(memory, "\(query)&limit=1\(cursor)")
            dates += try page.results.compactMap { $0["date"] as? String }
            more = (try page.member("data")["next_cursor"] as? String).map { "&cursor=\($0)" }
        }
        #expect(dates == whole && whole.count == 4)
    }
}
