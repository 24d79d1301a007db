import SharedDomain
import Testing

@testable import SharedHTTP

@Suite("Parameters")
struct ParameterTests {
    @Test("what a parameter says of itself is what it does: its default, written out, reads as its default")
    func defaults() throws {
        try expectDefaultReadsBack(SampleRoutes.base, .krw)
        try expectDefaultReadsBack(SampleRoutes.limit, 10)
        try expectDefaultReadsBack(SampleRoutes.period, .oneMonth)
        try expectDefaultReadsBack(CommonParameter.precision, 10)
        try expectDefaultReadsBack(CommonParameter.numbers, .number)
        let day = try #require(Day("2026-10-30"))
        try expectDefaultReadsBack(Parameter("d", .day, default: day, summary: ""), day)
        let instant = Instant(milliseconds: 1_793_372_400_250)
        try expectDefaultReadsBack(Parameter("i", .instant, default: instant, summary: ""), instant)
        let amount = try #require(ExactDecimal("12.50"))
        try expectDefaultReadsBack(Parameter("a", .amount, default: amount, summary: ""), amount)
        try expectDefaultReadsBack(Parameter("f", .flag, default: true, summary: ""), true)
        try expectDefaultReadsBack(Parameter("t", .text(0...9), default: "a b", summary: ""), "a b")
        try expectDefaultReadsBack(
            Parameter("l", .currencies(1...3), default: [.usd, .eur], summary: ""), [.usd, .eur])
        let korea = try #require(CountryCode("KR"))
        try expectDefaultReadsBack(Parameter("c", .country, default: korea, summary: ""), korea)
    }

    @Test("the facts of a parameter are there for a description of the API")
    func facts() {
        let limit = SampleRoutes.limit.facts
        #expect(limit.name == "limit" && limit.location == .query && !limit.isRequired && limit.defaultText == "10")
        #expect(limit.schema == ValueSchema(kind: .integer, minimum: "1", maximum: "50"))
        let from = SampleRoutes.from.facts
        #expect(from.isRequired && from.defaultText == nil && from.code == .invalidCurrencyCode)
        let date = SampleRoutes.date.facts
        #expect(!date.isRequired && date.defaultText == nil && date.schema.format == "date")
        let period = SampleRoutes.period.facts
        #expect(period.schema.allowed == ["1w", "2w", "1m", "3m", "6m", "1y", "2y", "3y", "5y", "10y", "max"])
        let symbols = SampleRoutes.symbols.facts
        #expect(symbols.schema.kind == .array && symbols.schema.maximumCount == 3)
        #expect(symbols.schema.elements.first?.allowed.contains("KRW") == true)
    }

    @Test("the ends of a range are inside it", arguments: ["1", "50"])
    func ends(text: String) throws {
        #expect(try value(of: SampleRoutes.limit, .text(text)) == Int(text))
    }

    @Test(
        "an amount is taken to the last digit, from 0 to 10^15",
        arguments: [
            "0", "0.00", "1000000000000000", "12.345678901234567890", "0.000000000000001",
        ])
    func amounts(text: String) throws {
        #expect(try value(of: SampleRoutes.amount, .text(text)).description == text)
        #expect(try value(of: SampleRoutes.amount, .json(.number(JSONNumber(text: text)))).description == text)
        #expect(try value(of: SampleRoutes.amount, .json(.string(text))).description == text)
    }

    @Test(
        "a JSON value of another type is refused and named by its type",
        arguments: [
            (JSONValue.string("5"), "a string"), (.bool(true), "a boolean"), (.array([]), "an array"),
            (.object(JSONObject(members: [])), "an object"), (.number(JSONNumber(text: "5.0")), "5.0"),
            (.number(JSONNumber(text: "5e0")), "5e0"),
        ])
    func wrongType(json: JSONValue, provided: String) throws {
        let error = #expect(throws: ServiceError.self) {
            try value(of: Parameter(required: "n", in: .body, .integer(1...9), summary: ""), .json(json))
        }
        #expect(error?.details == ["parameter": "n", "provided": provided, "expected": "a whole number from 1 to 9"])
    }

    @Test("a flag is a boolean in JSON and a word elsewhere")
    func flags() throws {
        let flag = Parameter(required: "f", .flag, summary: "")
        #expect(try value(of: flag, .text("true")))
        #expect(try !value(of: flag, .json(.bool(false))))
        for raw in [RawValue.text("1"), .text("TRUE"), .json(.string("true")), .json(.number(JSONNumber(text: "1")))] {
            #expect(throws: ServiceError.self) { try value(of: flag, raw) }
        }
    }

    @Test("a list is an array in JSON")
    func lists() throws {
        let codes = Parameter(required: "codes", in: .body, .currencies(1...3), summary: "")
        let array = JSONValue.array([.string("USD"), .string("usd"), .string("EUR")])
        #expect(try value(of: codes, .json(array)) == [.usd, .eur])
        for json in [
            JSONValue.string("USD,EUR"), .array([]), .array([.null]), .array([.number(JSONNumber(text: "1"))]),
            .array(Array(repeating: .string("USD"), count: 4)),
        ] {
            #expect(throws: ServiceError.self) { try value(of: codes, .json(json)) }
        }
    }

    @Test("a list of too many or too few is refused with what was sent, bounded")
    func listSizes() throws {
        let codes = Parameter(required: "codes", .currencies(2...3), summary: "")
        let error = #expect(throws: ServiceError.self) { try value(of: codes, .text("USD,usd")) }
        #expect(error?.details["provided"] == "USD,usd")
        #expect(error?.details["expected"]?.contains("at least 2 of them different") == true)
        #expect(error?.message.contains("2 to 3 values") == true)
        let array = #expect(throws: ServiceError.self) { try value(of: codes, .json(.array([.string("USD")]))) }
        #expect(array?.details["provided"] == #"["USD"]"#)
        let many = Array(repeating: "USD", count: 500).joined(separator: ",")
        let long = #expect(throws: ServiceError.self) { try value(of: codes, .text(many)) }
        #expect(try #require(long?.details["provided"]).hasPrefix("500 values: USD,USD,USD"))
        #expect(try #require(long?.details["provided"]).utf8.count < 400)
    }

    @Test("lengths count Unicode scalars, and a text of marks only is no way around them")
    func lengths() throws {
        let name = Parameter(required: "name", .text(1...3), summary: "")
        #expect(try value(of: name, .text("한국어")) == "한국어")
        #expect(throws: ServiceError.self) { try value(of: name, .text("e" + String(repeating: "\u{301}", count: 3))) }
        let error = #expect(throws: ServiceError.self) {
            try value(of: name, .text("e" + String(repeating: "\u{301}", count: 100_000)))
        }
        #expect(try #require(error?.details["provided"]).utf8.count < 400)
    }

    @Test(
        "a moment must be whole and have a zone",
        arguments: [
            "2026-10-30", "2026-10-30T15:00:00", "2026-10-30 15:00:00Z ", "now", "1793372400", "2026-10-30T25:00:00Z",
        ])
    func moments(text: String) {
        let error = #expect(throws: ServiceError.self) {
            try value(of: Parameter(required: "as_of", .instant, summary: ""), .text(text))
        }
        #expect(error?.code == .invalidDate)
    }

    // The calendar: 2026 is no leap year, and a year has twelve months.
    @Test(
        "what is wrong about a day is said",
        arguments: [
            ("2026-02-30", " that the calendar has: 2026-02 has the days 01 to 28"),
            ("2026-04-00", " that the calendar has: 2026-04 has the days 01 to 30"),
            ("2028-02-30", " that the calendar has: 2028-02 has the days 01 to 29"),
            ("2010-31-01", ", with a month from 01 to 12"), ("0000-00-00", ", with a month from 01 to 12"),
            ("9999-12-31", ", no later than tomorrow"), ("1899-12-31", ", not before 1900"),
            ("2026-2-3", ", such as 2026-10-30"), ("today", ", such as 2026-10-30"), ("", ", such as 2026-10-30"),
            ("2026-10-3\u{663}", ", such as 2026-10-30"), ("+026-10-30", ", such as 2026-10-30"),
        ])
    func days(text: String, named: String) {
        let error = #expect(throws: ServiceError.self) {
            try value(of: Parameter(required: "date", .day, summary: ""), .text(text))
        }
        #expect(error?.code == .invalidDate)
        #expect(error?.message == "Parameter 'date' is '\(text)', expected a day as YYYY-MM-DD\(named).")
        #expect(error?.details["expected"] == "a day as YYYY-MM-DD\(named)")
    }

    @Test("null is absence")
    func null() throws {
        #expect(try value(of: SampleRoutes.session, .json(.null)) == nil)
        #expect(try value(of: SampleRoutes.limit, .json(.null)) == 10)
        let error = #expect(throws: ServiceError.self) { try value(of: SampleRoutes.user, .json(.null)) }
        #expect(error?.code == .missingParameter)
    }

    @Test("asking for a parameter that was not declared is a mistake, not a nil")
    func undeclared() throws {
        var values = DecodedValues()
        try values.decode(SampleRoutes.limit, .text("7"))
        #expect(try values[SampleRoutes.limit] == 7)
        #expect(throws: UndeclaredParameter.self) { try values[SampleRoutes.base] }
        #expect(throws: UndeclaredParameter.self) {
            try values[Parameter(required: "limit", .text(1...9), summary: "of another type")]
        }
        #expect(throws: UndeclaredParameter.self) {
            try values[Parameter(required: "limit", in: .body, .integer(1...9), summary: "elsewhere")]
        }
    }

    private func expectDefaultReadsBack<Value: Equatable>(_ parameter: Parameter<Value>, _ expected: Value) throws {
        let text = try #require(parameter.facts.defaultText)
        #expect(try value(of: parameter, .text(text)) == expected)
        #expect(try value(of: parameter, nil) == expected)
    }

    private func value<Value>(of parameter: Parameter<Value>, _ raw: RawValue?) throws -> Value {
        var values = DecodedValues()
        try values.decode(parameter, raw)
        return try values[parameter]
    }
}
