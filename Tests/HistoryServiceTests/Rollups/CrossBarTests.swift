import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Bars of a pair")
struct CrossBarTests {
    private let ever = Int32.min...(Int32.max - 1)

    private func book(_ sheets: [Sheet]) throws -> SourceBook {
        var book = RateBook()
        for sheet in sheets { _ = try book.take(sheet) }
        return try #require(book.sources[bok])
    }

    /// Of the dollar 1300, 1320, 1310; of the euro 1500, then none, 1550, at 00:00, 00:30 and 06:00.
    private var day1: [Sheet] {
        get throws {
            try [
                publication("2026-07-01", hour: 0, ["USD": "1300", "EUR": "1500"]),
                publication("2026-07-01", hour: 0, minute: 30, ["USD": "1320"]),
                publication("2026-07-01", hour: 6, ["USD": "1310", "EUR": "1550"]),
                // Of neither: no observation of the pair.
                publication("2026-07-01", hour: 7, ["JPY": "9"]),
            ]
        }
    }

    // By hand: 1500 ÷ 1300, 1500 ÷ 1320 (carried forward) and 1550 ÷ 1310.
    @Test("they are of the rates at each publication, the figure before it carried forward within the day")
    func days() throws {
        let book = try book(day1)
        #expect(
            try book.dailyBars(of: .eur, in: .usd, days: ever).map { try $0.text }
                == ["1.153846154 1.183206107 1.136363636 1.183206107 1.1578053 3"])
        // Python: (1/1300 + 1/1320 + 1/1310) / 3.
        #expect(
            try book.dailyBars(of: .krw, in: .usd, days: ever).map { try $0.text }
                == ["0.0007692307692 0.0007692307692 0.0007575757576 0.0007633587786 0.000763388435 3"])
    }

    @Test("hours are those of the publications, also of a day with a single one")
    func hours() throws {
        let book = try book(day1 + [publication("2026-07-02", hour: 5, ["USD": "1340", "EUR": "1600"])])
        let bars = book.hourlyBars(of: .eur, in: .usd, days: ever)
        #expect(
            bars.map { "\($0.start) \($0.day) \($0.count)" } == [
                "2026-07-01T00:00:00Z 2026-07-01 2", "2026-07-01T06:00:00Z 2026-07-01 1",
                "2026-07-02T05:00:00Z 2026-07-02 1",
            ])
        #expect(try bars[0].text.hasPrefix("1.153846154 1.153846154 1.136363636 1.136363636"))
        let second = Int32(20_636)
        #expect(book.hourlyBars(of: .eur, in: .usd, days: second...second).map { "\($0.day)" } == ["2026-07-02"])
        // The yen comes at seven, when the euro's last figure is an hour old.
        #expect(
            try book.hourlyBars(of: .eur, in: code("JPY"), days: ever).map { try "\($0.start) \($0.text)" }
                == ["2026-07-01T07:00:00Z 172.2222222 172.2222222 172.2222222 172.2222222 172.222222 1"])
    }

    @Test("of a day with one publication the bar is the observation")
    func single() throws {
        let book = try book([publication("2026-07-02", hour: 5, ["USD": "1340", "EUR": "1600"])])
        #expect(
            try book.dailyBars(of: .usd, in: .krw, days: ever).map { try $0.text } == ["1340 1340 1340 1340 1340 1"])
    }

    @Test(
        "when the observations are gone, a pair with the pivot has the same bars; of any other open and close are left")
    func reduced() throws {
        var book = try book(day1 + [publication("2026-10-30", hour: 5, ["USD": "1340", "EUR": "1600", "JPY": "9"])])
        let number = try day("2026-07-01").number
        let pairs: [(CurrencyCode, CurrencyCode)] = [(.usd, .krw), (.krw, .usd), (.eur, .krw)]
        let before = try pairs.map { try book.dailyBars(of: $0.0, in: $0.1, days: number...number).map { try $0.text } }
        #expect(try book.reduce(number) != nil)
        let after = try pairs.map { try book.dailyBars(of: $0.0, in: $0.1, days: number...number).map { try $0.text } }
        #expect(after == before)
        #expect(
            try book.dailyBars(of: .eur, in: .usd, days: number...number).map { try $0.text }
                == ["1.153846154 1.183206107 1.153846154 1.183206107 1.16852613 2"])
        let text = try book.dailyBars(of: .usd, in: code("JPY"), days: number...number).first?.text
        #expect(text == "144.4444444 145.5555556 144.4444444 145.5555556 145 2")
    }

    @Test("two rates that binary64 cannot tell apart are told apart")
    func exact() throws {
        let book = try book([
            publication("2026-07-02", hour: 1, ["USD": "1340.00000000000000"]),
            publication("2026-07-02", hour: 2, ["USD": "1340.00000000000001"]),
            publication("2026-07-02", hour: 3, ["USD": "1339.99999999999999"]),
        ])
        let bar = try #require(book.dailyBars(of: .usd, in: .krw, days: ever).first)
        #expect(try bar.high.rate(significantDigits: 18) == decimal("1340.00000000000001"))
        #expect(try bar.low.rate(significantDigits: 18) == decimal("1339.99999999999999"))
    }
}
