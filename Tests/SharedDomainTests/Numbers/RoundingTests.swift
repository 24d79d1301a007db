import SharedDomain
import SharedTesting
import Testing

@Suite("Rounding")
struct RoundingTests {
    @Test("rounding agrees with Python's decimal, digit for digit")
    func vectors() throws {
        let cases = fields(of: RoundingVectors.lines)
        try #require(cases.count > 400)
        for line in cases {
            let ratio = try #require(ExactRatio(decimal(line[0]), over: decimal(line[1])))
            let digits = try #require(Int(line[3]))
            let mode = try #require(RoundingMode(rawValue: String(line[4])))
            let result =
                line[2] == "s"
                ? try ratio.rounded(significantDigits: digits, mode: mode)
                : try ratio.rounded(fractionDigits: digits, mode: mode)
            #expect(result.description == line[5], "\(line.joined(separator: " "))")
        }
    }

    @Test("money keeps the zeros of its minor units, significant digits do not")
    func zeros() throws {
        let ratio = try ExactRatio(decimal("100"))
        #expect(try ratio.rounded(fractionDigits: 2, mode: .halfUp).description == "100.00")
        #expect(try ratio.rounded(significantDigits: 10, mode: .halfUp).description == "100")
    }

    @Test("rounding what is rounded changes nothing, in every mode")
    func idempotent() throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<1000 {
            let digits = Int.random(in: 1...34, using: &random)
            let mode = RoundingMode.allCases.randomElement(using: &random) ?? .down
            let numerator = ExactDecimal(.random(in: -99_999...99_999, using: &random))
            let denominator = ExactDecimal(.random(in: 1...99_999, using: &random))
            let ratio = try #require(ExactRatio(numerator, over: denominator))
            let once = try ratio.rounded(significantDigits: digits, mode: mode)
            let twice = try ExactRatio(once).rounded(significantDigits: digits, mode: mode)
            #expect(twice == once, "\(ratio) at \(digits) digits, \(mode): \(once), then \(twice)")
        }
    }

    @Test("a precision there is not is refused by name", arguments: [0, -1, 35, Int.max, Int.min])
    func precision(digits: Int) {
        let error = #expect(throws: ServiceError.self) {
            try ExactRatio.one.rounded(significantDigits: digits, mode: .halfUp)
        }
        #expect(error?.code == .invalidParameter)
        #expect(error?.details["provided"] == "\(digits)")
    }

    @Test("digits after the point that there are not are refused by name", arguments: [-1, 35, Int.max, Int.min])
    func fractionDigits(digits: Int) {
        let error = #expect(throws: ServiceError.self) {
            try ExactRatio.one.rounded(fractionDigits: digits, mode: .halfUp)
        }
        #expect(error?.details["provided"] == "\(digits)")
    }

    @Test("a result of more than 34 digits is an error, not a wrong number")
    func tooLong() throws {
        let large = try ExactRatio(decimal(String(repeating: "9", count: 34)))
        #expect(throws: ServiceError.self) { try large.rounded(fractionDigits: 1, mode: .down) }
        #expect(throws: ServiceError.self) { try (large * large).rounded(fractionDigits: 0, mode: .down) }
        // Rounded up past 34 nines it is one digit with an exponent.
        #expect(
            try (large + ExactRatio.one).rounded(significantDigits: 34, mode: .halfUp).description
                == "1" + String(repeating: "0", count: 34))
    }

    @Test("half a unit goes away from zero, to even, or toward zero, as the mode says")
    func ties() throws {
        let half = try ExactRatio(decimal("-2.5"))
        #expect(try half.rounded(fractionDigits: 0, mode: .halfUp).description == "-3")
        #expect(try half.rounded(fractionDigits: 0, mode: .halfEven).description == "-2")
        #expect(try half.rounded(fractionDigits: 0, mode: .down).description == "-2")
    }

    @Test("the modes go by the names of the public contract")
    func names() {
        #expect(RoundingMode.allCases.map(\.rawValue) == ["half_up", "half_even", "down"])
    }
}
