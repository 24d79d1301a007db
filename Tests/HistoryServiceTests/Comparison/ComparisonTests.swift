import SharedDomain
import Testing

@testable import HistoryService

@Suite("Currencies compared")
struct ComparisonTests {
    private static let reader = SeriesReader(memory: ECBFile.memory)

    // pandas and numpy: Tests/Oracles/history/analysis_oracle.py.
    @Test("each did what pandas and numpy say", arguments: ComparisonOracle.cases)
    func currencies(expected: ComparisonOracle) throws {
        let comparison = try comparison(expected)
        #expect(comparison.currencies.map(\.currency.description) == expected.targets)
        for (found, sought) in zip(comparison.currencies, expected.currencies) {
            #expect(found.answer.series.count == sought.count, "\(sought.currency)")
            let change = found.changePercent.flatMap { Double($0.description) }
            #expect(isClose(change, sought.changePercent, within: 1e-14), "\(sought.currency)")
            #expect(isClose(found.volatility, sought.volatility, within: 1e-9), "\(sought.currency)")
            #expect(isClose(found.sharpeRatio, sought.sharpe, within: 1e-9), "\(sought.currency)")
            #expect(comparison.rank(of: found) == sought.rank, "\(sought.currency)")
        }
    }

    @Test("and moved together as they say", arguments: ComparisonOracle.cases)
    func together(expected: ComparisonOracle) throws {
        let comparison = try comparison(expected)
        #expect(comparison.correlations.count == expected.targets.count * (expected.targets.count - 1) / 2)
        #expect(comparison.correlations.count == expected.correlations.count)
        for (found, sought) in zip(comparison.correlations, expected.correlations) {
            #expect(isClose(found.value, sought, within: 1e-9), "\(found.one) and \(found.other)")
        }
        #expect(comparison.best?.description == expected.best)
        #expect(comparison.worst?.description == expected.worst)
        #expect(comparison.mostVolatile?.description == expected.mostVolatile)
        #expect(comparison.leastVolatile?.description == expected.leastVolatile)
    }

    // By hand: pounds and dollars double, francs halve, yen stay.
    @Test("equal changes share a place, and the next one is counted on; the first of equal ones is named")
    func ties() throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-29", ["USD": "2", "GBP": "4", "JPY": "150", "CHF": "1"]))
        _ = try book.take(ecbSheet("2026-10-30", ["USD": "1", "GBP": "2", "JPY": "150", "CHF": "2"]))
        let comparison = try compare(["JPY", "GBP", "CHF", "USD"], in: "EUR", "1w", memory: SeriesMemory(book))
        #expect(comparison.currencies.map(comparison.rank) == [3, 1, 4, 1])
        #expect(comparison.best == (try code("GBP")))
        #expect(comparison.worst == (try code("CHF")))
        #expect(comparison.mostVolatile == nil)
        #expect(comparison.correlations.allSatisfy { $0.value == nil })
    }

    @Test("the base itself is refused, and so is what no source quotes, by the parameter's name")
    func refused() throws {
        let itself = #expect(throws: ServiceError.self) { try compare(["USD", "KRW"], in: "KRW", "1y") }
        #expect(itself?.code == .invalidParameter)
        #expect(itself?.details["parameter"] == "targets")
        let unheld = #expect(throws: ServiceError.self) { try compare(["USD", "VND"], in: "KRW", "1y") }
        #expect(unheld?.code == .notFound)
        #expect(unheld?.details["parameter"] == "targets")
        #expect(unheld?.message.contains("VND") == true)
        let empty = #expect(throws: ServiceError.self) {
            try compare(["USD", "JPY"], in: "KRW", "1y", memory: SeriesMemory())
        }
        #expect(empty?.code == .dataNotReady)
    }

    private func comparison(_ expected: ComparisonOracle) throws -> Comparison {
        try compare(expected.targets, in: expected.base, expected.window)
    }

    private func compare(
        _ targets: [String], in base: String, _ window: String, memory: SeriesMemory = ECBFile.memory
    ) throws -> Comparison {
        let window = try question(targets[0] == base ? "EUR" : targets[0], in: base, window).window
        return try Comparison(
            of: targets.map(code), in: code(base), window: window, reader: SeriesReader(memory: memory),
            book: memory.current)
    }
}
