import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Filled days at the ends of a window", .timeLimit(.minutes(1)))
struct FilledWindowTests {
    private func points(
        _ query: String, of memory: SeriesMemory = ECBFile.memory, at time: HandMovedTime = HandMovedTime()
    ) async throws -> [String] {
        let answer = try await ask(memory, "/api/v1/history?\(query)&numbers=string", at: time)
        return try answer.results.map { point in
            let isFilled = point["filled"] as? Bool == true
            return "\(point["date"] ?? "") \(point["rate"] ?? "")\(isFilled ? " filled" : "")"
        }
    }

    // 1 euro was 1482.46 won on Friday, 2026-10-23, and 1482.72 on Monday: the ECB's file.
    @Test("a window from a Saturday to a Sunday has Friday's rate, or the line to Monday's")
    func weekend() async throws {
        let window = "target=EUR&from=2026-10-24&to=2026-10-25"
        #expect(
            try await points("\(window)&fill=forward") == ["2026-10-24 1482.46 filled", "2026-10-25 1482.46 filled"])
        #expect(
            try await points("\(window)&fill=linear&precision=12")
                == ["2026-10-24 1482.54666667 filled", "2026-10-25 1482.63333333 filled"])
        #expect(try await points(window).isEmpty)
        #expect(
            try await points("target=EUR&from=2026-10-25&to=2026-10-26&fill=forward")
                == ["2026-10-25 1482.46 filled", "2026-10-26 1482.72"])
    }

    @Test("a day has the same rate in every window", arguments: ["forward", "linear"], ["USD", "ISK", "HRK"])
    func sameRate(fill: String, target: String) async throws {
        let all = try await points("target=\(target)&base=EUR&period=max&fill=\(fill)")
        let windows = [("2008-11-15", "2008-12-21"), ("2018-01-27", "2018-02-03"), ("2022-12-24", "2023-01-02")]
        for (first, last) in windows {
            let some = try await points("target=\(target)&base=EUR&from=\(first)&to=\(last)&fill=\(fill)")
            #expect(some == all.filter { (first...last).contains(String($0.prefix(10))) })
        }
    }

    // The kuna was quoted up to Friday, 2022-12-30, the krona up to 2008-12-09 and from 2018-02-01 on.
    @Test("nothing is filled after a currency has ended, over a gap, or before the first observation of all")
    func notFilled() async throws {
        #expect(try await points("target=HRK&from=2022-12-31&to=2023-01-02&fill=forward").isEmpty)
        #expect(try await points("target=ISK&from=2008-12-10&to=2008-12-31&fill=forward").isEmpty)
        let first = try await points("target=USD&from=1999-01-01&to=1999-01-04&fill=forward")
        #expect(first.map { $0.prefix(10) } == ["1999-01-04"])
    }

    // By hand. The newest day is Friday, 2026-10-30.
    @Test("a currency that the newest sheets lack goes on to the newest day with forward, not with linear")
    func lacking() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-27", ["KRW": "1500", "USD": "1.2"]))
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500"]))
        let (memory, window) = (SeriesMemory(book), "target=USD&from=2026-10-27&to=2026-11-01")
        let forward = try await points("\(window)&fill=forward", of: memory)
        #expect(
            forward == ["2026-10-27 1250"] + ["28", "29", "30"].map { "2026-10-\($0) 1250 filled" })
        #expect(try await points("\(window)&fill=linear", of: memory) == ["2026-10-27 1250"])
    }

    @Test("lines and pages have the same points")
    func forms() async throws {
        let query = "/api/v1/history?target=EUR&from=2026-10-24&to=2026-10-26&fill=forward"
        let csv = try await ask(ECBFile.memory, "\(query)&format=csv")
        #expect(csv.text.components(separatedBy: "\r\n").dropFirst().map { $0.prefix(10) }.dropLast().count == 3)
        #expect(csv.text.contains("2026-10-24,KRW,EUR,1482.46,0,0,0,true,\r\n"))
        let first = try await ask(ECBFile.memory, "\(query)&limit=1")
        let cursor = try #require(try first.member("data")["next_cursor"] as? String)
        let second = try await ask(ECBFile.memory, "\(query)&limit=1&cursor=\(cursor)")
        #expect(try second.results.map { $0["date"] as? String } == ["2026-10-25"])
    }
}
