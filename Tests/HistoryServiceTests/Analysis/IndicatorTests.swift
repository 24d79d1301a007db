import SharedDomain
import Testing

@testable import HistoryService

@Suite("Averages, bands and indices along a series")
struct IndicatorTests {
    // By hand.
    @Test("a simple average is of each value and those before it")
    func simple() {
        let averages: [Double?] = [nil, nil, 2, 10.0 / 3]
        #expect(MovingAverage.simple([1, 2, 3, 5], over: 3) == averages)
        #expect(MovingAverage.simple([4], over: 1) == [4])
        #expect(MovingAverage.simple([], over: 3) == [])
    }

    // By hand: (1 + 2 + 3) ÷ 3, and then half of the way to each further value.
    @Test("an exponential average begins with the simple one")
    func exponential() {
        let averages: [Double?] = [nil, nil, 2, 4, 4]
        #expect(MovingAverage.exponential([1, 2, 3, 6, 4], over: 3) == averages)
        #expect(MovingAverage.exponential([1, 2], over: 3).allSatisfy { $0 == nil })
    }

    // By hand: a gain of 2 and a loss of 1, halved.
    @Test("the relative strength is Wilder's")
    func strength() {
        let indices = RelativeStrength.index([1, 3, 2, 2], over: 2)
        let third: Double = 100 * 1 / 1.5
        #expect(indices.count == 4)
        #expect(indices.prefix(2).allSatisfy { $0 == nil })
        #expect(isClose(indices[2], third))
        // A further change of nothing halves both averages, and leaves what they are to one another.
        #expect(isClose(indices[3], third))
    }

    @Test("it is 100 of nothing but gains, 0 of nothing but losses, and undefined where nothing moved")
    func bounds() {
        let places = (1...20).map(Double.init)
        #expect(RelativeStrength.index(places, over: 14).last == 100)
        #expect(RelativeStrength.index(places.reversed(), over: 14).last == 0)
        #expect(RelativeStrength.index(places.map { _ in 1.9558 }, over: 14).last == .some(nil))
    }

    @Test("what moved long ago and never since is not taken for strength")
    func still() {
        let values = [1.95, 1.96] + Array(repeating: 1.9558, count: 1000)
        let indices = RelativeStrength.index(values, over: 14)
        #expect(indices[20] != nil)
        #expect(indices.last == .some(nil))
    }

    // By hand: the deviation of 2, 4, 4, 4, 5, 5, 7, 9 with n in the denominator is 2.
    @Test("bands are so many deviations of the population from the average")
    func bands() {
        let bands = BollingerBands.bands([2, 4, 4, 4, 5, 5, 7, 9], over: 8, deviations: 2)
        #expect(bands.dropLast().allSatisfy { $0 == nil })
        #expect(bands.last??.upper == 9)
        #expect(bands.last??.middle == 5)
        #expect(bands.last??.lower == 1)
    }

    @Test("the line of MACD begins with the slow average, its signal so many values later")
    func convergence() {
        let found = MovingAverageConvergence((1...40).map(Double.init), fast: 12, slow: 26, signal: 9)
        #expect(found.line.firstIndex { $0 != nil } == 25)
        #expect(found.signal.firstIndex { $0 != nil } == 33)
        #expect(found.histogram.firstIndex { $0 != nil } == 33)
        // Of a straight line the averages lag by 5.5 and 12.5 steps.
        #expect(found.line.last == 7)
        #expect(found.histogram.last == 0)
    }

    // The end of the ECB's file by TA-Lib, as the project's own notes on its sources give it.
    @Test("the dollar in won ends with the numbers that are known of it")
    func golden() throws {
        let reader = SeriesReader(memory: ECBFile.memory)
        let found = SeriesAnalysis(of: try reader.warmed(question("USD", "1y"), in: reader.memory.current)).indicators
        #expect(isClose(found.shortAverage, 1334.687781595681, within: 1e-12))
        #expect(isClose(found.fastAverage, 1333.717981177096, within: 1e-12))
        #expect(isClose(found.slowAverage, 1340.6201875568552, within: 1e-12))
        #expect(isClose(found.relativeStrength, 45.37656253589223, within: 1e-12))
        #expect(isClose(found.convergence, -6.902206379759264, within: 1e-10))
        #expect(isClose(found.convergenceSignal, -8.960585001255563, within: 1e-10))
        #expect(isClose(found.convergenceHistogram, 2.058378621496299, within: 1e-10))
        #expect(isClose(found.bollinger?.upper, 1348.5976680800518, within: 1e-12))
        #expect(isClose(found.bollinger?.lower, 1320.77789511131, within: 1e-12))
    }

    @Test("along a series they begin anew after a gap, and stay with its points")
    func runs() throws {
        let reader = SeriesReader(memory: ECBFile.memory)
        let series = try reader.series(question("ISK", "2008-11-03..2018-03-30")).series
        let averages = series.simpleAverages(over: 20)
        let resumed = try #require(series.days.firstIndex(of: try day("2018-02-01").number))
        #expect(averages.count == series.count)
        #expect(averages[resumed - 1] != nil)
        #expect(averages[resumed..<(resumed + 19)].allSatisfy { $0 == nil })
        #expect(averages[resumed + 19] == Sample.mean(Array(series.rates[resumed...(resumed + 19)])))
        #expect(series.exponentialAverages(over: 12)[resumed + 10] == nil)
        #expect(series.exponentialAverages(over: 12)[resumed + 11] != nil)
        #expect(series.bollingerBands.count == series.count)
        #expect(series.bollingerBands[resumed + 18] == nil)
    }
}
