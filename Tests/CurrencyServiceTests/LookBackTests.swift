import SharedDomain
import Testing

@testable import CurrencyService

@Suite("Looking back for a rate")
struct LookBackTests {
    @Test("both legs come from one sheet, the newest that has both")
    func oneSheet() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-29", ["USD": "1.25", "KRW": "1000"]),
                ecbSheet("2026-10-30", ["KRW": "2000", "JPY": "100"]),
            ])
            let answer = try await bench.answer()
            // 1000 / 1.25 of the 29th; never 2000 / 1.25, which mixes two days.
            #expect(answer.texts == ["EUR": "2000", "JPY": "20", "KRW": "1", "USD": "800"])
            #expect(try answer.entry("USD")?.rate.cross.day == day("2026-10-29"))
            #expect(try answer.newest.cross.day == day("2026-10-30"))
        }
    }

    @Test("a currency that is missing for 14 days still has a rate, for 15 it has none")
    func fourteenDays() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-15", ["KRW": "1000", "USD": "1.25"]),
                ecbSheet("2026-10-16", ["KRW": "1100", "JPY": "100"]),
                ecbSheet("2026-10-30", ["KRW": "2000"]),
            ])
            let answer = try await bench.answer(["USD", "JPY", "EUR"])
            #expect(answer.texts == ["JPY": "11", "EUR": "2000"])
            #expect(answer.unavailable.map(\.description) == ["USD"])
            #expect(try await bench.answer().entry("USD") == nil)
        }
    }

    @Test("the look-back follows the newest sheet")
    func moves() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-15", ["KRW": "1000", "USD": "1.25"]), ecbSheet("2026-10-29", ["KRW": "2000"]),
            ])
            #expect(try await bench.answer(["USD"]).texts == ["USD": "800"])
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "2000"])])
            #expect(try await bench.answer(["USD"]).unavailable.map(\.description) == ["USD"])
        }
    }

    @Test("a base that the newest sheet lacks is priced from the sheet that has it")
    func olderBase() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-29", ["USD": "1.25", "KRW": "1000"]), ecbSheet("2026-10-30", ["KRW": "2000"]),
            ])
            let answer = try await bench.answer(in: "USD")
            #expect(answer.texts == ["EUR": "1.25", "KRW": "0.00125", "USD": "1"])
            #expect(try answer.entries.allSatisfy { try $0.rate.cross.day == day("2026-10-29") })
        }
    }

    // Bulgaria took the euro on 2026-01-01; the ECB last quoted the lev on 2025-12-31.
    @Test("a withdrawn currency is held on its last day, and no more on the next sheet")
    func withdrawn() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2025-12-20", through: "2025-12-31"))
            #expect(try await bench.answer().entry("BGN") != nil)
            try await bench.receive(ECBFile.sheets(from: "2026-01-01", through: "2026-01-05"))
            #expect(try await bench.answer().entry("BGN") == nil)
            #expect(try await bench.answer(["BGN"]).unavailable.map(\.description) == ["BGN"])
            #expect(bench.holdings.rates.currencies.allSatisfy { "\($0)" != "BGN" })
        }
    }

    // The ECB suspended the rouble on 2022-03-02.
    @Test("the rouble has a rate for 14 days after its last one")
    func rouble() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2022-02-20", through: "2022-03-15"))
            let answer = try await bench.answer(["RUB", "USD"])
            #expect(try answer.entry("RUB")?.rate.cross.day == day("2022-03-01"))
            #expect(try answer.newest.cross.day == day("2022-03-15"))
            try await bench.receive(ECBFile.sheets(from: "2022-03-16", through: "2022-03-16"))
            #expect(try await bench.answer(["RUB"]).unavailable.map(\.description) == ["RUB"])
        }
    }
}
