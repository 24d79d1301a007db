import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Exports as of a moment", .timeLimit(.minutes(1)))
struct ExportAsOfTests {
    /// A day, its correction a minute later, and a day more after another minute.
    private func withCorrectedDay(_ body: (SeriesMemory, HandMovedTime) async throws -> Void) async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-29", ["KRW": "1500", "USD": "1.25"]),
                ecbSheet("2026-10-29", ["KRW": "1500.50", "JPY": "170"], recordedAfter: 60_000),
                ecbSheet("2026-10-30", ["KRW": "1510"], recordedAfter: 120_000),
            ])
            try await body(bench.memory, HandMovedTime(at: ECBFile.recordedAt.advanced(by: .seconds(86_400))))
        }
    }

    /// The moment so many seconds after the first recording, as a client writes it.
    private func moment(_ seconds: Int) -> String {
        ECBFile.recordedAt.advanced(by: .seconds(seconds)).description
    }

    @Test(
        "a corrected day is what was known before and after",
        arguments: [
            (0, "2026-10-29 KRW 1500, USD 1.25", "29 EUR 1500, 29 USD 1200"),
            (59, "2026-10-29 KRW 1500, USD 1.25", "29 EUR 1500, 29 USD 1200"),
            (60, "2026-10-29 JPY 170, KRW 1500.50", "29 EUR 1500.5, 29 JPY 8.826470588"),
            (120, "2026-10-30 KRW 1510", "29 EUR 1500.5, 29 JPY 8.826470588, 30 EUR 1510"),
            (9999, "2026-10-30 KRW 1510", "29 EUR 1500.5, 29 JPY 8.826470588, 30 EUR 1510"),
        ])
    func corrected(seconds: Int, newest: String, prices: String) async throws {
        try await withCorrectedDay { memory, time in
            let query = "as_of=\(moment(seconds))"
            let csv = try await ask(memory, "/export/eurofxref-hist.csv?\(query)", at: time).text
            let lines = csv.split(separator: "\n").map { $0.split(separator: ",") }
            let quoted = zip(lines[0], lines[1]).dropFirst().filter { $0.1 != "N/A" }.map { "\($0) \($1)" }.sorted()
            #expect("\(lines[1][0]) \(quoted.joined(separator: ", "))" == newest)

            let xml = try await ask(memory, "/export/eurofxref-daily.xml?\(query)", at: time).text
            let document = try ReferenceSheets(of: memory.book(asOf: Instant(moment(seconds))))
            let last = document.quotes(on: document.span.upperBound)
            for quote in last {
                #expect(xml.contains("<Cube currency='\(quote.currency)' rate='\(quote.price)'/>"))
            }
            #expect(xml.contains("<Cube time='\(newest.prefix(10))'>"))

            let ledger = try await ask(memory, "/export/prices.ledger?\(query)", at: time).text
            let found = ledger.split(separator: "\n").filter { $0.hasPrefix("P ") }.map { line in
                let fields = line.split(separator: " ")
                return "\(fields[1].suffix(2)) \(fields[2]) \(fields[3])"
            }
            #expect(found.joined(separator: ", ") == prices)
            #expect(ledger.contains("; As known at \(moment(seconds)).\n"))
        }
    }

    @Test("before the first recording there is nothing to find, and a moment to come is refused")
    func outside() async throws {
        try await withCorrectedDay { memory, time in
            for path in ["eurofxref-hist.csv", "eurofxref-daily.xml", "prices.ledger", "prices.beancount"] {
                let before = try await ask(memory, "/export/\(path)?as_of=\(moment(-1))", at: time)
                #expect(before.status == 404)
                let later = try await ask(memory, "/export/\(path)?as_of=\(moment(86_401))", at: time)
                #expect(later.status == 400)
                #expect(try later.message.contains("'as_of'"))
            }
        }
    }

    @Test("where another source had sheets then, but the bank none, its files are not found")
    func otherSource() async throws {
        try await withBench { bench in
            try await bench.receive([bokSheet("2026-10-29", ["USD": ("1335", 1)])])
            try await bench.receive([ecbSheet("2026-10-29", ["USD": "1.1"], recordedAfter: 60_000)])
            let time = HandMovedTime(at: ECBFile.recordedAt.advanced(by: .seconds(86_400)))
            let answer = try await ask(bench.memory, "/export/eurofxref-hist.csv?as_of=\(moment(1))", at: time)
            #expect(answer.status == 404)
            #expect(try answer.message.contains("European Central Bank"))
        }
    }
}
