import SharedDomain
import Testing

@testable import HistoryService

@Suite("Exact crosses")
struct ExactCrossTests {
    // Python fractions: Oracle/rates_oracle.py. Figures of up to 18 digits both ways round, so that many of them leave
    // 128 bits and go the long way.
    @Test("rates and changes are right to the last digit, however the figures are quoted", arguments: CrossOracle.cases)
    func oracle(expected: CrossOracle) throws {
        let (cross, earlier, digits) = (expected.cross, expected.earlier, expected.digits)
        #expect(try "\(cross.rate(significantDigits: digits))" == expected.rate)
        #expect(try "\(cross.change(since: earlier, significantDigits: digits))" == expected.change)
        #expect(try "\(cross.changePercent(since: earlier, significantDigits: digits))" == expected.changePercent)
    }

    @Test("binary64 rates are those of exact fractions", arguments: CrossOracle.cases.filter { $0.digits == 17 })
    func binary64(expected: CrossOracle) throws {
        let exact = try #require(Double(expected.rate))
        // Two figures of at most 18 digits, and two or three operations on them: a few units of the last place.
        let (target, base) = (expected.cross.target, expected.cross.base)
        #expect(abs(base.unitsPerPivot / target.unitsPerPivot / exact - 1) < 1e-15)
    }

    @Test(
        "a tie is rounded away from zero",
        arguments: [("1.25", "1.3"), ("1.35", "1.4"), ("0.125", "0.13"), ("9.95", "10"), ("1.249999", "1.2")])
    func ties(price: String, expected: String) throws {
        #expect(try "\(euro(price).rate(significantDigits: 2))" == expected)
    }

    @Test("a falling tie is rounded away from zero too")
    func fallingTie() throws {
        #expect(try "\(euro("1").change(since: euro("1.25"), significantDigits: 1))" == "-0.3")
    }

    @Test("no change is nought")
    func noChange() throws {
        #expect(try "\(euro("1.10").change(since: euro("1.1"), significantDigits: 10))" == "0")
        #expect(try "\(euro("1.10").changePercent(since: euro("1.1"), significantDigits: 10))" == "0")
    }

    @Test("a number of digits that there is not is refused by name", arguments: [0, -1, 35, Int.max])
    func digits(count: Int) throws {
        let error = #expect(throws: ServiceError.self) { try euro("1.5").rate(significantDigits: count) }
        #expect(error?.details["parameter"] == "precision")
    }

    /// The euro in a money of which so much is paid for one.
    private func euro(_ price: String) throws -> ExactCross {
        let quote = try Quote(currency: .usd, price: decimal(price), direction: .perPivot)
        return ExactCross(target: .one, base: Figure(quote))
    }
}
