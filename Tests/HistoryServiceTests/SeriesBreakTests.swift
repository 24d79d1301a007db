import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

// The days of observations: the ECB's file. The factors: see `CurrencySuccession`.
@Suite("Where a window is not one stretch")
struct SeriesBreakTests {
    private func breaks(_ target: String, in base: String, _ window: String) throws -> [String] {
        let answer = try SeriesReader(memory: ECBFile.memory).series(question(target, in: base, window))
        return answer.breaks.map(\.text)
    }

    @Test(
        "a window that crosses a redenomination, a beginning, an end or a gap says so",
        arguments: [
            ("TRY", "EUR", "max", ["redenomination TRY 2004-12-31 2005-01-03 TRL 1000000"]),
            ("TRL", "EUR", "max", ["redenomination TRL 2004-12-31 2005-01-03 TRY 1000000"]),
            ("RON", "EUR", "2005-01-01..2005-12-31", ["redenomination RON 2005-06-30 2005-07-01 ROL 10000"]),
            ("ROL", "EUR", "2005-01-01..2005-06-30", ["redenomination ROL 2005-06-30 2005-07-01 RON 10000"]),
            ("CYP", "EUR", "max", ["ended CYP 2007-12-31 - EUR 0.585274"]),
            ("EEK", "EUR", "max", ["ended EEK 2010-12-31 - EUR 15.6466"]),
            ("HRK", "EUR", "2022-01-01..", ["ended HRK 2022-12-30 - EUR 7.53450"]),
            ("LTL", "EUR", "2014-12-31..2015-01-31", ["ended LTL 2014-12-31 - EUR 3.45280"]),
            ("LVL", "EUR", "max", ["ended LVL 2013-12-31 - EUR 0.702804"]),
            ("MTL", "EUR", "max", ["ended MTL 2007-12-31 - EUR 0.429300"]),
            ("SIT", "EUR", "max", ["ended SIT 2006-12-29 - EUR 239.640"]),
            ("SKK", "EUR", "max", ["ended SKK 2008-12-31 - EUR 30.1260"]),
            ("BGN", "EUR", "1y", ["ended BGN 2025-12-31 - EUR 1.95583"]),
            ("BGN", "EUR", "max", ["began BGN - 2000-07-19 - -", "ended BGN 2025-12-31 - EUR 1.95583"]),
            ("RUB", "EUR", "max", ["began RUB - 2005-04-01 - -", "ended RUB 2022-03-01 - - -"]),
            ("ILS", "KRW", "max", ["began ILS - 2011-01-03 - -"]),
            ("ISK", "KRW", "max", ["gap ISK 2008-12-09 2018-02-01 - -"]),
            ("EUR", "ISK", "2008-01-01..2020-12-31", ["gap ISK 2008-12-09 2018-02-01 - -"]),
            (
                "HRK", "TRY", "max",
                [
                    "redenomination TRY 2004-12-31 2005-01-03 TRL 1000000", "began HRK - 2005-04-01 - -",
                    "ended HRK 2022-12-30 - EUR 7.53450",
                ]
            ),
            ("USD", "KRW", "max", []),
        ])
    func crossed(target: String, base: String, window: String, expected: [String]) throws {
        #expect(try breaks(target, in: base, window) == expected)
    }

    @Test(
        "what lies outside the window is not named, but what leaves a window without observations is",
        arguments: [
            ("TRY", "2005-01-04..2005-12-31", []), ("RON", "1y", []), ("ISK", "1999-01-01..2008-12-09", []),
            ("ISK", "2018-02-02..", []), ("CYP", "1999-01-01..2007-12-30", []), ("ILS", "2011-01-04..", []),
            // The change of the window's first point is what the gap is in.
            ("ISK", "2018-02-01..", ["gap ISK 2008-12-09 2018-02-01 - -"]),
            ("ISK", "2010-01-01..2010-12-31", ["gap ISK 2008-12-09 2018-02-01 - -"]),
            ("ISK", "2008-12-01..2008-12-10", ["gap ISK 2008-12-09 2018-02-01 - -"]),
            ("RUB", "1y", ["ended RUB 2022-03-01 - - -"]),
            (
                "TRL", "1y",
                [
                    "redenomination TRL 2004-12-31 2005-01-03 TRY 1000000"
                ]
            ),
            ("ILS", "2000-01-01..2000-12-31", ["began ILS - 2011-01-03 - -"]),
            ("ILS", "1990-01-01..1991-01-01", ["began EUR - 1999-01-04 - -", "began ILS - 2011-01-03 - -"]),
            ("USD", "1990-01-01..1999-01-03", ["began EUR - 1999-01-04 - -", "began USD - 1999-01-04 - -"]),
            ("USD", "1990-01-01..1999-01-04", []),
            (
                "TRY", "1990-01-01..1991-01-01",
                ["began EUR - 1999-01-04 - -", "redenomination TRY 2004-12-31 2005-01-03 TRL 1000000"]
            ),
        ])
    func outside(target: String, window: String, expected: [String]) throws {
        #expect(try breaks(target, in: "EUR", window) == expected)
    }

    @Test("a currency that only the newest sheets lack has not ended")
    func lacking() throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-09-29", ["KRW": "1500", "USD": "1.1"]))
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500"]))
        let shortly = try SeriesReader(memory: SeriesMemory(book)).series(question("USD", "max"))
        #expect(shortly.breaks.isEmpty)
        _ = try book.take(ecbSheet("2026-10-31", ["KRW": "1500"]))
        let longer = try SeriesReader(memory: SeriesMemory(book)).series(question("USD", "max"))
        #expect(longer.breaks.map(\.text) == ["ended USD 2026-09-29 - - -"])
    }

    @Test("thirty-one days without an observation are no gap, thirty-two are")
    func silence() throws {
        for (last, expected) in [("2026-10-30", []), ("2026-10-31", ["gap USD 2026-09-29 2026-10-31 - -"])] {
            var book = RateBook()
            _ = try book.take(ecbSheet("2026-09-29", ["KRW": "1500", "USD": "1.1"]))
            _ = try book.take(ecbSheet("2026-10-15", ["KRW": "1500"]))
            _ = try book.take(ecbSheet(last, ["KRW": "1500", "USD": "1.2"]))
            let answer = try SeriesReader(memory: SeriesMemory(book)).series(question("USD", "max"))
            #expect(answer.breaks.map(\.text) == expected)
        }
    }

    @Test("every line of the table of successions is read, in the order of its days")
    func table() {
        #expect(CurrencySuccession.all.count == CurrencySuccession.lines.split(separator: "\n").count)
        let days = CurrencySuccession.all.map(\.first)
        #expect(days == days.sorted())
    }

    // 1,836,200 lira on 2004-12-31 and 1.8150 on 2005-01-03; 36,030 lei and 3.6030: the ECB's file.
    @Test("the factors make the rates before and after meet", arguments: [("TRL", "TRY"), ("ROL", "RON")])
    func factors(older: String, newer: String) throws {
        let reader = SeriesReader(memory: ECBFile.memory)
        let before = try #require(try reader.series(question(older, in: "EUR", "max")).series.rates.last)
        let after = try #require(try reader.series(question(newer, in: "EUR", "max")).series.rates.first)
        let factor = try #require(CurrencySuccession.all.first { $0.newer.description == newer }?.factor.doubleValue)
        #expect(abs(after / (before * factor) - 1) < 0.02)
    }

    // The last fixings were of the days before; the rates of those who joined stood within a few percent of the fixed one.
    @Test(
        "the euro's conversion rates are near the last quotes",
        arguments: ["CYP", "EEK", "HRK", "LTL", "LVL", "MTL", "SIT", "SKK", "BGN"])
    func euro(joined: String) throws {
        let reader = SeriesReader(memory: ECBFile.memory)
        let last = try #require(try reader.series(question("EUR", in: joined, "max")).series.rates.last)
        let fixed = try #require(CurrencySuccession.all.first { $0.older.description == joined && $0.isEuro })
        #expect(abs(last / fixed.factor.doubleValue - 1) < 0.001)
    }

    @Test("the first change after a gap is null, and in JSON the break stands beside it")
    func afterGap() async throws {
        let answer = try await ask(
            ECBFile.memory, "/api/v1/history?target=ISK&base=EUR&from=2008-12-08&to=2018-02-02&precision=6")
        #expect(answer.text.contains(#""date":"2018-02-01","rate":0.00799936,"change":null,"change_percent":null,"#))
        #expect(try answer.breaks == ["gap ISK 2008-12-09 2018-02-01 - -"])
        let later = try await ask(ECBFile.memory, "/api/v1/history?target=ISK&base=EUR&from=2018-02-01&to=2018-02-02")
        #expect(later.text.contains(#""change":null,"change_percent":null"#))
    }
}

extension SeriesBreak {
    fileprivate var text: String {
        let days = [lastBefore, firstAfter].map { $0?.description ?? "-" }
        let rest = [other?.description ?? "-", factor?.description ?? "-"]
        return ([kind.rawValue, currency.description] + days + rest).joined(separator: " ")
    }
}
