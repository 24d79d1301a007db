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
                "2026-10-29T00:00:00Z,KRW,USD,1300,0,0,1,1300,1300,1300,1300,,",
                "2026-10-29T01:00:00Z,KRW,USD,1310,10,0.769231,2,1320,1320,1310,1310,,",
                "2026-10-30T00:00:00Z,KRW,USD,1315,5,0.381679,1,1315,1315,1315,1315,,",
                "2026-10-30T02:00:00Z,KRW,USD,1305,-10,-0.760456,1,1305,1305,1305,1305,,",
            ])
    }

    @Test("days close with the last rate, and count the observations")
    func days() async throws {
        #expect(
            try await lines("precision=6") == [
                "2026-10-29,KRW,USD,1310,0,0,3,,", "2026-10-30,KRW,USD,1305,-5,-0.381679,2,,",
            ])
    }

    @Test("weeks and months have the extremes of all hours")
    func weeks() async throws {
        #expect(
            try await lines("interval=weekly&precision=6") == [
                "2026-10-26,KRW,USD,1305,0,0,5,1300,1320,1300,1305,true,,"
            ])
        #expect(
            try await lines("interval=monthly&precision=6") == [
                "2026-10-01,KRW,USD,1305,0,0,5,1300,1320,1300,1305,true,,"
            ])
    }

    @Test("pages of hours are together what there is")
    func pages() async throws {
        try await checkPages(try memory())
    }

    // Two days of the source in one hour of UTC, a day's last publication and the next one's first; and one a day late.
    @Test("so are pages of an hour that two days have, in either order of the days and the publications")
    func sharedHours() async throws {
        var book = RateBook()
        for sheet in try [
            publication("2026-10-28", hour: 25, ["USD": "1300"]), publication("2026-10-29", hour: 1, ["USD": "1320"]),
            publication("2026-10-29", hour: 49, ["USD": "1321"]), publication("2026-10-31", hour: 1, ["USD": "1322"]),
        ] {
            _ = try book.take(sheet)
        }
        try await checkPages(SeriesMemory(book))
        let points = try SeriesReader(memory: SeriesMemory(book)).points(
            question("USD", "max"), .hourly, .none, in: book)
        let positions = points.map(\.position)
        #expect(Set(positions).count == 4 && positions == positions.sorted())
    }

    private func checkPages(_ memory: SeriesMemory) async throws {
        let query = "\(path)?target=USD&period=max&interval=hourly"
        let whole = try await ask(memory, query).results.map { try date(in: $0) }
        var (dates, more): ([String], String?) = ([], "")
        while let cursor = more, dates.count < 10 {
            let page = try await ask(memory, "\(query)&limit=1\(cursor)")
            dates += try page.results.map { try date(in: $0) }
            more = (try page.member("data")["next_cursor"] as? String).map { "&cursor=\($0)" }
        }
        #expect(dates == whole && whole.count == 4)
    }

    private func date(in point: [String: Any]) throws -> String {
        "\(try #require(point["date"])) \(try #require(point["rate"]))"
    }

    @Test("hours say from which day on they are kept, and a window before that day has none")
    func keptFrom() async throws {
        var book = RateBook(intradayDays: 2)
        for day in ["2026-10-26", "2026-10-28", "2026-10-29", "2026-10-30"] {
            _ = try book.take(publication(day, hour: 2, ["USD": "1300"]))
        }
        let memory = SeriesMemory(book)
        let year = try await ask(memory, "\(path)?target=USD&period=1y&interval=hourly")
        #expect(try year.member("data")["hourly_from"] as? String == "2026-10-29")
        let hours = try year.results.compactMap { $0["date"] as? String }
        #expect(hours == ["2026-10-29T02:00:00Z", "2026-10-30T02:00:00Z"])
        let days = try await ask(memory, "\(path)?target=USD&period=1y")
        #expect(!days.text.contains("hourly_from"))
        for format in ["json", "csv", "ndjson"] {
            let before = try await ask(
                memory, "\(path)?target=USD&from=2026-10-01&to=2026-10-28&interval=hourly&format=\(format)")
            #expect(before.status == 404)
            #expect(try before.code == "NOT_FOUND")
            #expect(try before.message.contains("2026-10-29"), "\(before.text)")
        }
        let all = try await ask(memory, "\(path)?target=all&from=2026-10-01&to=2026-10-28&interval=hourly&format=csv")
        #expect(all.status == 404)
    }

    @Test("a source that is held for less than that has hours from its first day on")
    func keptFromFirstDay() async throws {
        let answer = try await ask(memory(), "\(path)?target=USD&period=max&interval=hourly")
        #expect(try answer.member("data")["hourly_from"] as? String == "2026-10-29")
    }
}
