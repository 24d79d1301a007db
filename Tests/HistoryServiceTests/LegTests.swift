import SharedDomain
import Testing

@testable import HistoryService

@Suite("One currency's figures")
struct LegTests {
    private func figure(_ coefficient: Int64) -> Figure {
        Figure(coefficient: coefficient, exponent: 0, unit: 1, direction: .perPivot)
    }

    @Test("whatever order days come in, they are held in order")
    func order() {
        var leg = Leg()
        for day: Int32 in [5, 1, 9, 3, 7] { leg.set(figure(Int64(day)), on: day) }
        #expect(leg.days == [1, 3, 5, 7, 9])
        #expect(leg.prices == [1, 3, 5, 7, 9])
        #expect(leg.figures.map(\.coefficient) == [1, 3, 5, 7, 9])
    }

    @Test("a figure can be replaced and removed, in all three arrays")
    func replacing() {
        var leg = Leg()
        for day: Int32 in 1...3 { leg.set(figure(Int64(day)), on: day) }
        leg.set(figure(20), on: 2)
        leg.set(nil, on: 1)
        leg.set(nil, on: 8)
        #expect(leg.days == [2, 3])
        #expect(leg.prices == [20, 3])
        #expect(leg.figures.map(\.coefficient) == [20, 3])
        #expect(leg.figure(on: 2)?.coefficient == 20)
        #expect(leg.figure(on: 1) == nil)
        #expect(leg.figure(on: 4) == nil)
    }

    @Test("figures of the past stand as they were written, zeros at the end included")
    func written() {
        var leg = Leg()
        for day: Int32 in 1...4 { leg.set(figure(1100), on: day) }
        let shorter = Figure(coefficient: 11, exponent: 2, unit: 1, direction: .perPivot)
        let past = leg.replacing(before: 4, [(1, figure(1100)), (2, shorter), (3, nil)])
        #expect(past.days == [1, 2])
        #expect(past.figures.map(\.coefficient) == [1100, 11])
        #expect(leg.figures.map(\.coefficient) == [1100, 1100, 1100, 1100])
    }

    @Test("the places of a range of days are those within it, both ends included")
    func places() {
        var leg = Leg()
        for day: Int32 in [2, 4, 6] { leg.set(figure(1), on: day) }
        #expect(leg.places(from: 2, to: 4) == 0..<2)
        #expect(leg.places(from: 3, to: 3) == 1..<1)
        #expect(leg.places(from: 3, to: 5) == 1..<2)
        #expect(leg.places(from: .min, to: .max) == 0..<3)
        #expect(leg.places(from: 7, to: 9) == 3..<3)
        #expect(leg.places(from: 0, to: 1) == 0..<0)
    }

    @Test("figures are the same when the number, the unit and the way round are")
    func sameness() {
        let figure = figure(1100)
        #expect(figure == Figure(coefficient: 11, exponent: 2, unit: 1, direction: .perPivot))
        #expect(figure != Figure(coefficient: 11, exponent: 1, unit: 1, direction: .perPivot))
        #expect(figure != Figure(coefficient: 1100, exponent: 0, unit: 100, direction: .perPivot))
        #expect(figure != Figure(coefficient: 1100, exponent: 0, unit: 1, direction: .inPivot))
    }

    // By hand: 890.12 won for 100 yen is 8.9012 won a yen; the yen a won is the inverse of that.
    @Test("a figure in pivot money for a hundred is turned and divided")
    func normalised() {
        let yen = Figure(coefficient: 89_012, exponent: -2, unit: 100, direction: .inPivot)
        #expect(yen.unitsPerPivot == 1 / 8.9012)
        let hundredPivots = Figure(coefficient: 89_012, exponent: -2, unit: 100, direction: .perPivot)
        #expect(hundredPivots.unitsPerPivot == 8.9012)
    }

    // Python: float(f"{coefficient}e{exponent}").
    @Test(
        "powers of ten far out keep binary64's precision",
        arguments: [
            (123_456_789_012_345_678, Int8(-30), 1.23456789012345678e-13), (7, 15, 7e15), (1, -12, 1e-12),
            (3, 60, 3e60), (3, -60, 3e-60),
        ] as [(Int64, Int8, Double)])
    func farOut(coefficient: Int64, exponent: Int8, expected: Double) {
        let figure = Figure(coefficient: coefficient, exponent: exponent, unit: 1, direction: .perPivot)
        #expect(isClose(figure.unitsPerPivot, expected, within: 1e-15))
    }
}
