import SharedDomain
import SharedTesting
import Testing

@Suite("Exact decimals as text")
struct ExactDecimalTextTests {
    @Test(
        "what is not a plain decimal is refused",
        arguments: [
            "", " ", "-", ".", "-.", " 1", "1 ", "+1", "--1", "1-", "1e5", "1E5", "1e999", "NaN", "nan", "inf",
            "Infinity", "１", "١", "1_000", "1,000", "1.2.3", ".5", "5.", "-.5", "01", "-007.5", "00", "10abc", "0x10",
            "1\u{0}", "1\n", "½", "−1",
        ])
    func refused(text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test("34 digits are read, 35 are not, and 500 are refused at once")
    func lengths() throws {
        let longest = String(repeating: "9", count: 34)
        #expect(try decimal(longest).description == longest)
        #expect(try decimal("-0." + longest.dropFirst()).description == "-0." + longest.dropFirst())
        #expect(ExactDecimal("1" + longest) == nil)
        #expect(ExactDecimal("0." + longest) == nil)
        #expect(ExactDecimal(String(repeating: "1", count: 500)) == nil)
    }

    @Test(
        "a decimal is written as it was read",
        arguments: [
            "0", "1", "-3", "1.1172", "175.68", "1491.760", "0.8338", "-0.00000001", "1801299.5", "0.00", "100",
        ])
    func writtenAsRead(text: String) throws {
        #expect(try decimal(text).description == text)
    }

    @Test("coefficient and exponent are those of the text")
    func parts() throws {
        let value = try decimal("-12.340")
        #expect(value.coefficient == -12340)
        #expect(value.exponent == -3)
        #expect(value.fractionDigits == 3)
        #expect(value.signum == -1)
    }

    @Test("a negative zero is zero")
    func negativeZero() throws {
        #expect(try decimal("-0.0").description == "0.0")
        #expect(try decimal("-0") == .zero)
    }

    @Test("a positive exponent is written out, never as an exponent")
    func positiveExponent() throws {
        #expect(try #require(ExactDecimal(coefficient: -13, exponent: 2)).description == "-1300")
        #expect(try #require(ExactDecimal(coefficient: 0, exponent: 2)).description == "0")
    }

    @Test("random decimals survive being written and read again")
    func roundTrip() throws {
        var random = SplitMix64(seed: 1)
        for _ in 0..<2000 {
            let coefficient = Int128.random(in: -9_999_999_999_999_999_999...9_999_999_999_999_999_999, using: &random)
            let exponent = Int.random(in: -14...0, using: &random)
            let value = try #require(ExactDecimal(coefficient: coefficient, exponent: exponent))
            let again = try decimal(value.description)
            #expect(again.coefficient == value.coefficient && again.exponent == value.exponent)
        }
    }
}
