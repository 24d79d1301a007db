import NIOCore
import SharedHTTP
import SharedTesting
import Testing

@Suite("values held against schemas")
struct SchemaCheckTests {
    private static let pair = ValueSchema.object([
        "code": .currencyCode(), "rate": .decimal(), "note": .string().nullable.optional,
    ])

    // Expected: the rules of JSON Schema 2020-12, "Validation", and its format "date" and "date-time".
    @Test(
        "what holds",
        arguments: [
            (ValueSchema.integer(atLeast: 1, atMost: 3), "1"), (.integer().nullable, "null"), (.number(), "1.5e3"),
            (.decimal(), "1335.27"), (.decimal(), #""0.001""#), (.boolean(), "false"), (.always(true), "true"),
            (.null, "null"), (.day(), #""2024-02-29""#), (.instant(), #""2026-10-30T15:00:00Z""#),
            (.string(pattern: "^[a-z]+$"), #""abc""#), (.oneOf(["a", "b"]), #""b""#),
            (.array(of: .integer(), count: 1...2), "[1,2]"), (.map(of: .integer()), #"{"a":1}"#),
            (.anyObject(), #"{"a":[]}"#), (.either([.integer(), .string()]), #""a""#),
            (pair, #"{"rate":1,"code":"USD"}"#), (pair, #"{"code":"USD","rate":"1","note":null}"#),
        ])
    func valid(schema: ValueSchema, json: String) throws {
        let found = SchemaCheck.violations(of: try JSONParser.parse(ByteBuffer(string: json)), against: schema)
        #expect(found.isEmpty, "\(found)")
    }

    @Test(
        "what does not",
        arguments: [
            (ValueSchema.integer(atLeast: 1, atMost: 3), "0"), (.integer(atMost: 3), "4"), (.integer(), "1.5"),
            (.integer(), "null"), (.number(), #""1""#), (.decimal(), #""1e3""#), (.decimal(), "true"),
            (.boolean(), "0"), (.always(true), "false"), (.null, "0"), (.day(), #""2026-02-29""#),
            (.instant(), #""2026-10-30""#), (.string(pattern: "^[a-z]+$"), #""aB""#), (.oneOf(["a", "b"]), #""c""#),
            (.array(of: .integer(), count: 1...2), "[]"), (.array(of: .integer(), count: 1...2), "[1,2,3]"),
            (.array(of: .integer()), #"["a"]"#), (.map(of: .integer()), #"{"a":"b"}"#), (.anyObject(), "[]"),
            (.either([.integer(), .string()]), "true"), (.either([.integer(), .number()]), "1"),
            (pair, #"{"code":"USD"}"#), (pair, #"{"code":"usd","rate":1}"#),
            (pair, #"{"code":"USD","rate":1,"more":2}"#), (pair, #"{"code":"USD","rate":null}"#),
        ])
    func invalid(schema: ValueSchema, json: String) throws {
        let value = try JSONParser.parse(ByteBuffer(string: json))
        #expect(!SchemaCheck.violations(of: value, against: schema).isEmpty)
    }

    @Test("a pattern that cannot be read is named as such, also where another alternative holds")
    func unreadablePattern() throws {
        let broken = ValueSchema.string(pattern: "^(a$")
        for schema in [broken, .either([broken, .string()]), .either([.object(["a": broken]), .string()])] {
            let found = SchemaCheck.violations(of: "a", against: schema)
            #expect(found.count == 1)
            #expect(found.first?.hasPrefix("$: the pattern ^(a$ cannot be read: ") == true)
        }
    }

    @Test("a violation says where it is")
    func place() throws {
        let schema = ValueSchema.object(["list": .array(of: Self.pair)])
        let value: JSONValue = ["list": [["code": "USD", "rate": "1"], ["code": "x", "rate": "1"]]]
        #expect(
            SchemaCheck.violations(of: value, against: schema)
                == ["$.list[1].code: 'x' does not match ^[A-Z]{3}$"])
    }
}
