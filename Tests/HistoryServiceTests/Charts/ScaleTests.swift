import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("The axes of a chart")
struct ScaleTests {
    @Test("the marks of values are multiples of 1, 2 or 5 times a power of ten, and within the plot")
    func roundValues() throws {
        var random = SplitMix64(seed: 20_261_030)
        for _ in 0..<2000 {
            let lowest = DecimalPowers.double(
                Double.random(in: 1..<10, using: &random), tenTo: Int.random(in: -7...7, using: &random))
            let spread =
                lowest
                * DecimalPowers.double(
                    Double.random(in: 1..<10, using: &random), tenTo: Int.random(in: -6...2, using: &random))
            let scale = ValueScale(lowest...lowest + spread, top: 60, bottom: 260)
            let count = Int.random(in: 2...12, using: &random)
            let ticks = scale.ticks(between: 40, and: 280, about: count)
            #expect(ticks.count >= 2 && ticks.count <= max(count, 4) + 1)
            #expect(ticks.allSatisfy { (40 - 1e-6...280 + 1e-6).contains($0.y) })
            #expect(ticks.allSatisfy { $0.value.signum >= 0 })
            let steps = zip(ticks.dropFirst(), ticks).map { $0.value.canonical.difference(from: $1.value) }
            let digits = Set(steps.map { $0.canonical.coefficient })
            #expect(digits.count <= 1 && digits.isSubset(of: [1, 2, 5]), "\(ticks)")
        }
    }

    @Test(
        "known axes",
        arguments: [
            (1324.45, 1558.09, 6, ["1350", "1400", "1450", "1500", "1550"]), (1324.45, 1558.09, 3, ["1400", "1500"]),
            (0.000670084, 0.000675475, 4, ["0.000672", "0.000674"]), (3, 97, 5, ["20", "40", "60", "80"]),
            (7.4734, 7.4736, 2, ["7.4734", "7.4735", "7.4736"]),
        ])
    func known(lowest: Double, highest: Double, count: Int, expected: [String]) {
        let scale = ValueScale(lowest...highest, top: 0, bottom: 100)
        #expect(scale.ticks(between: 0, and: 100, about: count).map(\.value.description) == expected)
    }

    @Test("a rate stands between the highest above and the lowest below; one that never moves in the middle")
    func places() {
        let scale = ValueScale(100...200, top: 10, bottom: 110)
        #expect(scale.y(of: 200) == 10 && scale.y(of: 100) == 110 && scale.y(of: 150) == 60)
        #expect(ValueScale(7.5...7.5, top: 10, bottom: 110).y(of: 7.5) == 60)
    }

    @Test("a day stands at its part of the way; a single one in the middle")
    func days() {
        let scale = TimeScale(days: 100...200, left: 20, right: 220)
        #expect(scale.x(of: 100) == 20 && scale.x(of: 200) == 220 && scale.x(of: 150) == 120)
        #expect(scale.x(of: -7) == 20 && scale.x(of: 999) == 220)
        #expect(TimeScale(days: 5...5, left: 20, right: 220).x(of: 5) == 120)
    }

    @Test(
        "marks of time are as close as their labels allow: days, Mondays, firsts of months or of years",
        arguments: [
            (
                "2026-10-23", "2026-10-30", 700.0,
                ["Oct 23, 2026", "Oct 24", "Oct 25", "Oct 26", "Oct 27", "Oct 28", "Oct 29", "Oct 30"]
            ),
            ("2026-09-30", "2026-10-30", 500.0, ["Oct 5, 2026", "Oct 12", "Oct 19", "Oct 26"]),
            (
                "2025-10-30", "2026-10-30", 800.0,
                ["Nov", "Dec", "2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct"]
            ),
            ("2026-02-10", "2026-09-10", 500.0, ["Mar 2026", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]),
            ("1999-01-04", "2026-10-30", 400.0, ["2000", "2005", "2010", "2015", "2020", "2025"]),
        ])
    func timeTicks(first: String, last: String, width: Double, expected: [String]) throws {
        let scale = TimeScale(days: try day(first).number...day(last).number, left: 0, right: width)
        let ticks = scale.ticks(in: .en, gap: 16) { label, x in
            SceneText(label, at: ScenePoint(x: x, y: 0), .middle, size: 12, color: .text).frame
        }
        #expect(ticks.map(\.label) == expected)
        #expect(ticks.allSatisfy { $0.x == scale.x(of: $0.day.number) })
    }

    @Test("a line keeps the highest and the lowest of each column of pixels, and both its ends")
    func thinning() {
        var random = SplitMix64(seed: 7)
        let points = (0..<5000).map { ScenePoint(x: Double($0) / 25, y: Double.random(in: 0..<100, using: &random)) }
        let thinned = PixelColumns.thinned(points)
        #expect(thinned.count <= 2 * 200 + 2)
        #expect(thinned.first == points.first && thinned.last == points.last)
        #expect(thinned.map(\.x) == thinned.map(\.x).sorted())
        for column in 0..<200 {
            let all = points.filter { Int($0.x) == column }.map(\.y)
            let kept = thinned.filter { Int($0.x) == column }.map(\.y)
            #expect(kept.max() == all.max() && kept.min() == all.min())
        }
        let few = Array(points.prefix(2))
        #expect(PixelColumns.thinned(few) == few)
        #expect(PixelColumns.thinned([]).isEmpty)
    }

    @Test(
        "numbers have commas between the thousands, and the digits they need",
        arguments: [
            ("1335.27", 2, "1,335.27"), ("1335.2", 2, "1,335.20"), ("999", 0, "999"), ("1000000", 0, "1,000,000"),
            ("-94.2", 1, "−94.2"), ("0.00067", 6, "0.000670"), ("0", 2, "0.00"), ("-1234567.5", 0, "−1,234,567.5"),
        ])
    func numbers(number: String, decimals: Int, expected: String) throws {
        #expect(ChartNumber.text(try decimal(number), decimals: decimals) == expected)
    }
}

extension ExactDecimal {
    fileprivate func difference(from other: ExactDecimal) -> ExactDecimal {
        let power = Swift.min(exponent, other.exponent)
        func scaled(_ number: ExactDecimal) -> Int128 {
            (power..<number.exponent).reduce(number.coefficient) { digits, _ in digits * 10 }
        }
        return ExactDecimal(coefficient: scaled(self) - scaled(other), exponent: power) ?? .zero
    }
}
