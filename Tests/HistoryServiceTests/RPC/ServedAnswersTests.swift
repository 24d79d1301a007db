import GRPCCore
import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("What history answers over a real connection", .timeLimit(.minutes(2)))
struct ServedAnswersTests {
    // The ECB's file, by awk.
    @Test("27 years come in slices of at most 1,000 points, in order, without a gap or a repetition")
    func series() async throws {
        try await ServedHistory.serving { history in
            let slices = try await history.client.series(ServedHistory.series()) { response in
                try await response.messages.reduce(into: []) { $0.append($1) }
            }
            #expect(slices.map(\.days.count) == [1000, 1000, 1000, 1000, 1000, 1000, 1000, 126])
            #expect(slices.map(\.rates.count) == slices.map(\.days.count))
            #expect(slices.flatMap(\.days) == ECBLines.days)
            #expect(slices.last?.rates.last == 1335.266738274257)
        }
    }

    @Test("a window is taken with both ends, and one without observations is an empty stream")
    func window() async throws {
        let friday = try day("2026-10-23").number
        let (first, last) = (try day("2010-01-01").number, try day("2010-12-31").number)
        try await ServedHistory.serving { history in
            let rates = try await history.client.series(
                ServedHistory.series("EUR", from: friday, to: friday + 3)
            ) { response in
                try await response.messages.reduce(into: []) { $0 += $1.rates }
            }
            #expect(rates == [1482.46, 1482.72])
            let empty = try await history.client.series(
                ServedHistory.series("ISK", from: first, to: last)
            ) { response in
                try await response.messages.reduce(0) { count, _ in count + 1 }
            }
            #expect(empty == 0)
        }
    }

    // pandas, numpy, scipy and TA-Lib: Tests/Oracles/history/analysis_oracle.py.
    @Test("statistics and percentiles are those that the oracle has")
    func statistics() async throws {
        let expected = try #require(AnalysisOracle.cases.first { $0.description == "USD/KRW 6m" })
        try await ServedHistory.serving { history in
            let found = try await history.client.statistics(ServedHistory.statistics())
            #expect(found.source == "ecb")
            #expect(Int(found.points) == expected.count)
            #expect(isClose(found.average, expected.average, within: 1e-9))
            #expect(isClose(found.volatilityIndex, expected.volatilityIndex, within: 1e-9))
            #expect(isClose(found.rsi, expected.indicators.rsi, within: 1e-8))
            let places = try await history.client.percentiles(ServedHistory.percentiles(["USD", "VND"]))
            #expect(places.percentiles.map(\.currency) == ["USD"])
            #expect(isClose(places.percentiles.first?.percentile, expected.percentile, within: 1e-12))
            #expect(places.unavailable == ["VND"])
        }
    }

    // The notes on sources: 100 USD on 2024-01-02 were 131323.4757210661 KRW.
    @Test("the rates of a day are exact")
    func snapshot() async throws {
        let number = try day("2024-01-02").number
        try await ServedHistory.serving { history in
            let found = try await history.client.snapshot(ServedHistory.snapshot(number, ["USD", "VND"]))
            let rate = try #require(found.rates.first)
            #expect(try ExactDecimal(rate.rate).description == "1313.234757")
            #expect([rate.currency, rate.source] == ["USD", "ecb"])
            #expect(rate.observedDay == number)
            #expect(found.unavailable == ["VND"])
        }
    }

    // By hand: 1 was corrected to 2 a second later.
    @Test("as of a moment before a correction no method knows anything of it")
    func asOf() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1"], recordedAfter: -2000))
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500", "USD": "2"], recordedAfter: -1000))
        let number = try day("2026-10-30").number
        try await ServedHistory.serving(SeriesMemory(book)) { history in
            for (delay, rate) in [(-1001, 1500), (-1000, 750)] {
                let moment = ECBFile.recordedAt.advanced(by: .milliseconds(delay))
                let series = try await history.client.series(ServedHistory.series(asOf: moment)) { response in
                    try await response.messages.reduce(into: []) { $0 += $1.rates }
                }
                #expect(series == [Double(rate)])
                let statistics = try await history.client.statistics(
                    ServedHistory.statistics("USD", "1w", asOf: moment))
                #expect(statistics.average == Double(rate))
                let snapshot = try await history.client.snapshot(
                    ServedHistory.snapshot(number, ["USD"], asOf: moment))
                #expect(try snapshot.rates.map { try ExactDecimal($0.rate).description } == ["\(rate)"])
            }
        }
    }
}
