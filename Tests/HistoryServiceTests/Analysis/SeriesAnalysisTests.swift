import SharedDomain
import Testing

@testable import HistoryService

@Suite("The analysis of a window")
struct SeriesAnalysisTests {
    private static let reader = SeriesReader(memory: ECBFile.memory)

    // pandas, numpy, scipy: Tests/Oracles/history/analysis_oracle.py.
    @Test("its statistics are those of pandas, numpy and scipy", arguments: AnalysisOracle.cases)
    func statistics(expected: AnalysisOracle) throws {
        let question = try question(expected.target, in: expected.base, expected.window)
        let (answer, statistics) = try Self.reader.analysis(question)
        let series = answer.series
        #expect(series.count == expected.count)
        #expect(series.days.first.map(text) == expected.first)
        #expect(series.days.last.map(text) == expected.last)
        #expect(isClose(statistics.average, expected.average))
        #expect(isClose(statistics.placeOfMinimum.map { series.rates[$0] }, expected.minimum))
        #expect(statistics.placeOfMinimum.map { text(series.days[$0]) } == expected.minimumDay)
        #expect(isClose(statistics.placeOfMaximum.map { series.rates[$0] }, expected.maximum))
        #expect(statistics.placeOfMaximum.map { text(series.days[$0]) } == expected.maximumDay)
        #expect(isClose(statistics.volatility, expected.volatility, within: 1e-9))
        #expect(isClose(statistics.trend.slopePercentPerDay, expected.slope, within: 1e-9))
        #expect(statistics.trend.direction.rawValue == expected.direction)
        #expect(isClose(statistics.correlation, expected.correlation, within: 1e-9))
    }

    @Test("and so is what the analysis adds", arguments: AnalysisOracle.cases)
    func added(expected: AnalysisOracle) throws {
        let analysis = try analysis(expected.target, in: expected.base, expected.window)
        let reply = try AnalysisReply(analysis, significantDigits: 17)
        #expect(isClose(reply.currentRate.map(binary), expected.current, within: 1e-15))
        #expect(isClose(reply.totalChange.map(binary), expected.totalChange, within: 1e-15))
        #expect(isClose(reply.totalChangePercent.map(binary), expected.totalChangePercent, within: 1e-15))
        #expect(isClose(analysis.volatilityIndex, expected.volatilityIndex, within: 1e-9))
        #expect(isClose(analysis.support, expected.support, within: 1e-9))
        #expect(isClose(analysis.resistance, expected.resistance, within: 1e-9))
        #expect(isClose(analysis.percentile, expected.percentile, within: 1e-9))
    }

    // TA-Lib: the same oracle.
    @Test("its indicators are those of TA-Lib", arguments: AnalysisOracle.cases)
    func indicators(expected: AnalysisOracle) throws {
        let analysis = try analysis(expected.target, in: expected.base, expected.window)
        let (found, sought) = (analysis.indicators, expected.indicators)
        #expect(analysis.warmUpCount == expected.warmUp)
        #expect(isClose(found.shortAverage, sought.sma20, within: 1e-9))
        #expect(isClose(found.longAverage, sought.sma50, within: 1e-9))
        #expect(isClose(found.fastAverage, sought.ema12, within: 1e-8))
        #expect(isClose(found.slowAverage, sought.ema26, within: 1e-8))
        #expect(isClose(found.convergence, sought.macd, within: 1e-8))
        #expect(isClose(found.convergenceSignal, sought.macdSignal, within: 1e-8))
        #expect(isClose(found.convergenceHistogram, sought.macdHistogram, within: 1e-8))
        #expect(isClose(found.relativeStrength, sought.rsi, within: 1e-8))
        #expect(isClose(found.bollinger?.upper, sought.bollingerUpper, within: 1e-9))
        #expect(isClose(found.bollinger?.middle, sought.bollingerMiddle, within: 1e-9))
        #expect(isClose(found.bollinger?.lower, sought.bollingerLower, within: 1e-9))
    }

    @Test("its months are those of pandas", arguments: AnalysisOracle.cases)
    func months(expected: AnalysisOracle) throws {
        let months = try AnalysisReply(
            analysis(expected.target, in: expected.base, expected.window), significantDigits: 17
        ).months
        #expect(months.count == expected.monthCount)
        let compared = months.count <= 3 ? months : Array(months.prefix(1) + months.suffix(1))
        #expect(compared.map(\.month) == expected.months.map(\.month))
        for (found, sought) in zip(compared, expected.months) {
            #expect(isClose(found.average.map(binary), sought.average, within: 1e-9), "\(found.month)")
            #expect(isClose(binary(found.minimum), sought.minimum, within: 1e-14), "\(found.month)")
            #expect(isClose(binary(found.maximum), sought.maximum, within: 1e-14), "\(found.month)")
            #expect(isClose(binary(found.changePercent), sought.changePercent, within: 1e-15), "\(found.month)")
            #expect(isClose(found.volatility, sought.volatility, within: 1e-9), "\(found.month)")
        }
    }

    @Test("more than 200 of the windows are random")
    func enough() {
        #expect(AnalysisOracle.cases.count >= 250)
        #expect(Set(AnalysisOracle.cases.map(\.description)).count >= 250)
    }

    // By hand: 30 rates of 1 before a silence of 32 days say nothing about the three after it.
    @Test("after a gap averages, indicators and levels begin anew")
    func afterGap() throws {
        var book = RateBook()
        let first = try day("2026-01-01")
        for offset in 0..<30 { _ = try book.take(ecbSheet("\(first.adding(days: offset))", ["USD": "1"])) }
        for (offset, price) in zip(61..., ["4", "2", "1"]) {
            _ = try book.take(ecbSheet("\(first.adding(days: offset))", ["USD": price]))
        }
        let reader = SeriesReader(memory: SeriesMemory(book))
        let analysis = SeriesAnalysis(
            of: try reader.warmed(question("EUR", in: "USD", "1w"), in: reader.memory.current))
        #expect(analysis.answer.series.rates == [4, 2, 1])
        #expect(analysis.warmUpCount == 0)
        #expect(analysis.indicators.shortAverage == nil)
        #expect(analysis.indicators.fastAverage == nil)
        #expect(analysis.support == 1.5)
        #expect(analysis.resistance == 3)
        #expect(isClose(analysis.percentile, 100.0 / 6))
        #expect(analysis.volatilityIndex == 0)
    }

    private func analysis(_ target: String, in base: String, _ window: String) throws -> SeriesAnalysis {
        SeriesAnalysis(
            of: try Self.reader.warmed(question(target, in: base, window), in: Self.reader.memory.current))
    }

    private func text(_ number: Int32) -> String { Day(number: number).description }

    private func binary(_ value: ExactDecimal) -> Double { Double(value.description) ?? .nan }
}
