import GRPCCore
import SharedContracts
import SharedDomain
import Testing

@testable import HistoryService

@Suite("The gRPC methods RateHistory.Statistics and RateHistory.Percentiles")
struct RateHistoryStatisticsTests {
    private func askStatistics(
        _ target: String, in base: String = "KRW", _ period: String, asOf moment: Instant? = nil,
        memory: SeriesMemory = ECBFile.memory
    ) async throws -> HistoryV1StatisticsReply {
        try await reply(of: HistoryV1RateHistory.Method.Statistics.descriptor) { context in
            var request = HistoryV1StatisticsRequest()
            (request.target, request.base, request.period) = (target, base, period)
            if let moment { request.asOf = moment.milliseconds }
            return try await RateHistoryService(reader: SeriesReader(memory: memory))
                .statistics(request: request, context: context)
        }
    }

    private func askPercentiles(
        _ targets: [String], in base: String = "KRW", _ period: String, memory: SeriesMemory = ECBFile.memory
    ) async throws -> HistoryV1PercentilesReply {
        try await reply(of: HistoryV1RateHistory.Method.Percentiles.descriptor) { context in
            var request = HistoryV1PercentilesRequest()
            (request.targets, request.base, request.period) = (targets, base, period)
            return try await RateHistoryService(reader: SeriesReader(memory: memory))
                .percentiles(request: request, context: context)
        }
    }

    // pandas, numpy, scipy and TA-Lib: Tests/Oracles/history/analysis_oracle.py.
    @Test(
        "the statistics of a period are those that the oracle has",
        arguments: AnalysisOracle.cases.filter { !$0.window.contains("..") })
    func oracle(expected: AnalysisOracle) async throws {
        let found = try await askStatistics(expected.target, in: expected.base, expected.window)
        #expect(found.source == "ecb")
        #expect(found.newestDay == (try day("2026-10-30").number))
        #expect(Int(found.points) == expected.count)
        guard expected.count > 0 else {
            #expect(!found.hasCurrentRate && !found.hasVolatility && !found.hasSma20)
            #expect(!found.hasAverage && !found.hasMinimum && !found.hasMaximum && !found.hasPercentile)
            return
        }
        let current = try ExactDecimal(found.currentRate).description
        #expect(isClose(Double(current), expected.current, within: 1e-9))
        #expect(isClose(found.average, expected.average, within: 1e-9))
        #expect(isClose(found.minimum, expected.minimum, within: 1e-9))
        #expect(isClose(found.maximum, expected.maximum, within: 1e-9))
        #expect(
            isClose(
                found.hasTotalChangePercent ? found.totalChangePercent : nil, expected.totalChangePercent,
                within: 1e-9))
        #expect(isClose(found.hasVolatility ? found.volatility : nil, expected.volatility, within: 1e-9))
        #expect(
            isClose(found.hasVolatilityIndex ? found.volatilityIndex : nil, expected.volatilityIndex, within: 1e-9))
        #expect(isClose(found.percentile, expected.percentile, within: 1e-9))
        #expect(isClose(found.hasTrendPercentPerDay ? found.trendPercentPerDay : nil, expected.slope, within: 1e-9))
        #expect(isClose(found.hasRsi ? found.rsi : nil, expected.indicators.rsi, within: 1e-8))
        #expect(isClose(found.hasSma20 ? found.sma20 : nil, expected.indicators.sma20, within: 1e-9))
        #expect(isClose(found.hasSma50 ? found.sma50 : nil, expected.indicators.sma50, within: 1e-9))
    }

    @Test("percentiles are of the newest rate of each; what no one quotes in the period is listed apart")
    func percentiles() async throws {
        let found = try await askPercentiles(["USD", "RUB", "VND", "JPY", "USD"], "6m")
        #expect(found.percentiles.map(\.currency) == ["USD", "JPY"])
        #expect(found.unavailable == ["RUB", "VND"])
        let dollar = try #require(found.percentiles.first)
        let expected = try #require(AnalysisOracle.cases.first { $0.description == "USD/KRW 6m" })
        #expect(isClose(dollar.percentile, expected.percentile, within: 1e-12))
        #expect(Int(dollar.points) == expected.count)
        #expect(dollar.newestDay == (try day("2026-10-30").number))
        // The notes on sources: 1335.266738274257.
        #expect(try ExactDecimal(dollar.currentRate).description == "1335.266738")
    }

    // By hand: 1 was corrected to 2 a second later.
    @Test("as of a moment before a correction nothing is known of it, and what is still to come is refused")
    func asOf() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1"], recordedAfter: -2000))
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500", "USD": "2"], recordedAfter: -1000))
        let memory = SeriesMemory(book)
        let before = try await askStatistics(
            "USD", "1w", asOf: ECBFile.recordedAt.advanced(by: .milliseconds(-1001)), memory: memory)
        let after = try await askStatistics(
            "USD", "1w", asOf: ECBFile.recordedAt.advanced(by: .milliseconds(-1000)), memory: memory)
        #expect(before.average == 1500)
        #expect(after.average == 750)
        let future = await #expect(throws: ServiceError.self) {
            try await askStatistics(
                "USD", "1w", asOf: ECBFile.recordedAt.advanced(by: .milliseconds(1)), memory: memory)
        }
        #expect(future?.code == .invalidDate)
        #expect(future?.details["parameter"] == "as_of")
        let past = await #expect(throws: ServiceError.self) {
            try await askStatistics("USD", "1w", asOf: Instant(milliseconds: .min), memory: memory)
        }
        #expect(past?.code == .notFound)
    }

    @Test(
        "what is wrong is refused with the code of the contract",
        arguments: [
            ("", "KRW", "6m", ErrorCode.missingParameter), ("USD", "", "6m", .missingParameter),
            ("USD", "KRW", "", .missingParameter), ("USD", "KRW", "6M", .invalidPeriod),
            ("USD", "KRW", " 6m", .invalidPeriod), ("XYZ", "KRW", "6m", .invalidCurrencyCode),
            ("USD", "DOLLAR", "6m", .invalidCurrencyCode), ("KRW", "KRW", "6m", .invalidParameter),
            ("USD", "VND", "6m", .notFound),
        ])
    func refused(target: String, base: String, period: String, code: ErrorCode) async throws {
        let one = await #expect(throws: ServiceError.self) { try await askStatistics(target, in: base, period) }
        #expect(one?.code == code)
        let other = await #expect(throws: ServiceError.self) { try await askPercentiles([target], in: base, period) }
        #expect(other?.code == code)
    }

    @Test("1 to 100 targets are compared, and an empty memory is not ready")
    func bounds() async throws {
        for targets in [[], Array(repeating: "USD", count: 101)] {
            let error = await #expect(throws: ServiceError.self) { try await askPercentiles(targets, "6m") }
            #expect(error?.code == .invalidParameter)
            #expect(error?.details["parameter"] == "targets")
        }
        let many = try await askPercentiles(Array(repeating: "USD", count: 100), "6m")
        #expect(many.percentiles.count == 1)
        let statistics = await #expect(throws: ServiceError.self) {
            try await askStatistics("USD", "6m", memory: SeriesMemory())
        }
        #expect(statistics?.code == .dataNotReady)
        let percentiles = await #expect(throws: ServiceError.self) {
            try await askPercentiles(["USD"], "6m", memory: SeriesMemory())
        }
        #expect(percentiles?.code == .dataNotReady)
    }
}
