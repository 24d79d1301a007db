import SharedDomain
import Testing

@testable import HistoryService

@Suite("Bars of one currency")
struct BarTests {
    @Test("they are what exact fractions say, averages to 18 digits with ties to even", arguments: try BarOracle.read())
    func oracle(bar: BarOracle) throws {
        let found = try #require(try Bar(of: bar.figures))
        let figures = [found.open, found.high, found.low, found.close, found.average, found.inverseAverage]
        #expect(try figures.map { try $0.canonicalText } == bar.expected)
        #expect(found.count == bar.figures.count)
        #expect(figures.allSatisfy { $0.unit == 1 })
        #expect(found.inverseAverage.direction == .inPivot)
    }

    @Test("of no figures there is none")
    func none() throws {
        #expect(try Bar(of: []) == nil)
    }

    @Test("the hour of an instant before 1970 is the one that it lies in")
    func hours() {
        #expect(Instant(milliseconds: -1).hour == -1)
        #expect(Instant(milliseconds: 3_599_999).hour == 0)
        #expect(Instant(hour: 5).milliseconds == 18_000_000)
    }
}
