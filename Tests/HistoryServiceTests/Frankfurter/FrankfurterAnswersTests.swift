import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("The Frankfurter API", .timeLimit(.minutes(2)))
struct FrankfurterAnswersTests {
    @Test("every question of the table is answered to the letter")
    func table() async throws {
        let table = try FrankfurterTable("frankfurter.txt")
        #expect(table.rows.count >= 120)
        let mismatches = try await table.mismatches(ECBFile.memory)
        #expect(mismatches.isEmpty, "\(mismatches.joined(separator: "\n"))")
    }

    @Test("weeks after the newest sheet that one is still the latest, while a date is answered for 14 days alone")
    func weeksLater() async throws {
        let time = HandMovedTime(at: try #require(Instant("2026-11-21T12:00:00Z")))
        let table = try FrankfurterTable("late.txt")
        #expect(table.rows.count >= 10)
        let mismatches = try await table.mismatches(ECBFile.memory, at: time)
        #expect(mismatches.isEmpty, "\(mismatches.joined(separator: "\n"))")
    }

    @Test("at the edges of its bands a price is rounded before and after it is divided, a tie upwards")
    func edges() async throws {
        let table = try FrankfurterTable("edges.txt")
        let prices = try #require(table.notes.last).split(separator: " ").map { price in
            let parts = price.split(separator: "=").map { String($0) }
            return (parts[0], parts[1])
        }
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", Dictionary(uniqueKeysWithValues: prices)))
        let mismatches = try await table.mismatches(SeriesMemory(book))
        #expect(mismatches.isEmpty, "\(mismatches.joined(separator: "\n"))")
    }

    @Test("long ranges have every day", arguments: try FrankfurterTable.lines("long.txt").dropFirst())
    func long(line: String) async throws {
        let parts = line.components(separatedBy: " | ")
        let answer = try await ask(ECBFile.memory, parts[0])
        #expect(answer.status == 200)
        #expect(answer.text.utf8.count == Int(parts[1]))
        #expect(RateDigest.digest(of: [answer.text]) == UInt64(parts[2], radix: 16))
    }

    // Recorded by the tests of an open-source client, which anyone can read on GitHub. The rupee shows that a euro's
    // price (89.994) is rounded before it is divided: otherwise it would be 53.882.
    @Test("it is what the public service answered")
    func recorded() async throws {
        let recorded = """
            {"amount":1.0,"base":"AUD","date":"2025-01-31","rates":{"BGN":1.171,"BRL":3.6329,"CAD":0.90019,"CHF":0.56574,\
            "CNY":4.5122,"CZK":15.0677,"DKK":4.4676,"EUR":0.59873,"GBP":0.50059,"HKD":4.8491,"HUF":244.25,"IDR":10143,\
            "ILS":2.2272,"INR":53.88,"ISK":87.83,"JPY":96.39,"KRW":902.06,"MXN":12.8589,"MYR":2.7722,"NOK":7.0275,\
            "NZD":1.1011,"PHP":36.332,"PLN":2.5225,"RON":2.9797,"SEK":6.8698,"SGD":0.84367,"THB":20.905,"TRY":22.312,\
            "USD":0.62226,"ZAR":11.5907}}
            """
        let answer = try await ask(ECBFile.memory, "/v1/2025-01-31?base=AUD")
        #expect(answer.text == recorded)
    }

    @Test("a currency leaves the list when its last rate is more than two weeks old")
    func currencies() async throws {
        var book = RateBook()
        for sheet in try ECBFile.sheets(from: "2025-12-22", through: "2026-01-16") { _ = try book.take(sheet) }
        let memory = SeriesMemory(book)
        // The last rate of the lev is of 2025-12-31.
        for (moment, isListed) in [("2026-01-14T23:59:59Z", true), ("2026-01-15T00:00:00Z", false)] {
            let time = HandMovedTime(at: try #require(Instant(moment)))
            let answer = try await ask(memory, "/v1/currencies", at: time)
            #expect(answer.text.contains(#""BGN":"Bulgarian Lev""#) == isListed)
            #expect(answer.text.contains(#""PLN":"Polish Złoty""#))
        }
    }

    @Test("with nothing held, and with nothing of the bank's, it is not ready, and says when to ask again")
    func nothing() async throws {
        var book = RateBook()
        _ = try book.take(bokSheet("2026-10-30", ["USD": ("1335.2", 1)]))
        for memory in [SeriesMemory(), SeriesMemory(book)] {
            for path in ["latest", "current", "2026-10-30", "2026-10-30..?base=KRW", "currencies"] {
                let answer = try await ask(memory, "/v1/\(path)")
                #expect(answer.status == 503)
                #expect(answer.headers["retry-after"] != nil)
                let document = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: String]
                #expect(document.map { Array($0.keys) } == ["message"], "\(answer.text)")
                #expect(document?["message"]?.contains("European Central Bank") == true)
            }
            #expect(try await ask(memory, "/v1").status == 200)
            #expect(try await ask(memory, "/v1/nothing").status == 404)
        }
    }

    @Test("other sources change nothing")
    func otherSources() async throws {
        var book = RateBook()
        for sheet in try ECBFile.sheets(from: "2026-10-26") { _ = try book.take(sheet) }
        let path = "/v1/latest?base=USD&symbols=KRW"
        let alone = try await ask(SeriesMemory(book), path)
        _ = try book.take(bokSheet("2026-10-30", ["USD": ("1000", 1)]))
        let beside = try await ask(SeriesMemory(book), path)
        #expect(beside.text == alone.text)
        #expect(beside.headers["etag"] == alone.headers["etag"])
    }

    @Test("what a source withdrew is not answered with")
    func withdrawn() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-29", ["USD": "1.1", "GBP": "0.8"]))
        _ = try book.take(ecbSheet("2026-10-30", ["USD": "1.2", "GBP": "0.9"]))
        _ = try book.take(ecbSheet("2026-10-30", ["GBP": "0.9"], recordedAfter: 10))
        let memory = SeriesMemory(book)
        #expect(
            try await ask(memory, "/v1/latest?symbols=USD").text
                == #"{"amount":1.0,"base":"EUR","date":"2026-10-29","rates":{"USD":1.1}}"#)
        #expect(
            try await ask(memory, "/v1/2026-10-29..?base=USD").text
                == #"{"amount":1.0,"base":"USD","start_date":"2026-10-29","end_date":"2026-10-29","#
                + #""rates":{"2026-10-29":{"EUR":0.90909,"GBP":0.72727}}}"#)
    }
}
