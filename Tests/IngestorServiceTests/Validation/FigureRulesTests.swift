import SharedDomain
import Testing

@testable import IngestorService

@Suite("What every figure must be")
struct FigureRulesTests {
    private let rules: FigureRules

    init() throws {
        rules = FigureRules(newestDay: try .of("2026-10-31"))
    }

    @Test(
        "a price is a positive plain decimal of at most 18 digits",
        arguments: [
            ("abc", Refusal.Rule.notANumber), ("", .notANumber), ("1,117.2", .notANumber), ("1.1e3", .notANumber),
            ("NaN", .notANumber), ("0x10", .notANumber), (" 1", .notANumber), ("0", .notPositive),
            ("0.000", .notPositive), ("-1.5", .notPositive), ("1234567890123456789", .tooManyDigits),
            ("1.234567890123456789", .tooManyDigits),
        ])
    func price(text: String, rule: Refusal.Rule) {
        #expect { try rules.price(text) } throws: { ($0 as? FigureRules.Breach)?.rule == rule }
    }

    @Test("a price keeps every digit as published", arguments: ["1.1172", "136.00", "0.000000000000000001"])
    func exactness(text: String) throws {
        #expect(try rules.price(text).description == text)
        #expect(try rules.price("123456789012345678").description == "123456789012345678")
    }

    /// New money in Turkey on 2005-01-01 and in Romania on 2005-07-01; the euro in Croatia on 2023-01-01 and in Bulgaria on
    /// 2026-01-01.
    @Test(
        "a currency must have existed on the day",
        arguments: [
            ("TRL", "2004-12-31", true), ("TRL", "2005-01-01", false), ("TRY", "2004-12-31", false),
            ("TRY", "2005-01-01", true), ("ROL", "2005-06-30", true), ("ROL", "2005-07-01", false),
            ("RON", "2005-06-30", false), ("HRK", "2022-12-31", true), ("HRK", "2023-01-01", false),
            ("BGN", "2025-12-31", true), ("BGN", "2026-01-01", false), ("USD", "1999-01-04", true),
        ])
    func existence(code: String, day: String, exists: Bool) throws {
        let day = try Day.of(day)
        if exists {
            #expect(try rules.currency(code, on: day).description == code)
        } else {
            #expect { try rules.currency(code, on: day) } throws: {
                ($0 as? FigureRules.Breach)?.rule == .currencyDidNotExist
            }
        }
    }

    @Test(
        "a code that ISO 4217 has not is refused, one in small letters too", arguments: ["XXQ", "usd", "US", "", "€"])
    func unknownCurrency(code: String) throws {
        let day = try Day.of("2026-10-30")
        #expect { try rules.currency(code, on: day) } throws: {
            ($0 as? FigureRules.Breach)?.rule == .unknownCurrency
        }
    }

    @Test("tomorrow is believed, the day after is not")
    func future() throws {
        try rules.requireBelievable(.of("2026-10-31"))
        #expect { try rules.requireBelievable(.of("2026-11-01")) } throws: {
            ($0 as? FigureRules.Breach)?.rule == .future
        }
    }
}
