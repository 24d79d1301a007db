import Foundation
import NIOCore
import SharedDomain
import Testing

@testable import SharedHTTP

@Suite("Reading JSON")
struct JSONParserTests {
    @Test("every kind of value is read")
    func kinds() throws {
        let value = try parse(
            #" {"a" : [ null , true,false, -0.50e+1 , "x" ] ,"b":{}, "c":[]} "#)
        guard case .object(let object) = value else {
            Issue.record("not an object")
            return
        }
        #expect(object.members.map(\.name) == ["a", "b", "c"])
        #expect(
            object["a"]
                == .array([.null, .bool(true), .bool(false), .number(JSONNumber(text: "-0.50e+1")), .string("x")]))
        #expect(object["b"] == .object(JSONObject(members: [])))
        #expect(object["c"] == .array([]))
        #expect(object["d"] == nil)
    }

    @Test("a number keeps every digit it was sent with")
    func numbers() throws {
        guard case .number(let number) = try parse("1234567890123456789012345678.90") else {
            Issue.record("not a number")
            return
        }
        #expect(number.decimal?.description == "1234567890123456789012345678.90")
        #expect(number.integer == nil)
        #expect(try parse("42") == .number(JSONNumber(text: "42")))
        #expect(JSONNumber(text: "42").integer == 42)
        #expect(JSONNumber(text: "1e999").decimal == nil)
    }

    @Test("escapes become the characters they stand for")
    func escapes() throws {
        #expect(try parse(#""\"\\\/\b\f\n\r\t\u00e9\uD55C\ud83d\uDE00""#) == .string("\"\\/\u{8}\u{C}\n\r\té한😀"))
    }

    @Test("what is not JSON is refused, with the reason and the place", arguments: refusals)
    func refused(text: String, reason: String, offset: Int) {
        #expect(throws: JSONSyntaxError(reason: reason, offset: offset)) {
            try parse(text)
        }
    }

    @Test(
        "bytes that are not UTF-8 are refused in strings, names, and outside",
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22],
            [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], [0xFF], [0xEF, 0xBB, 0xBF, 0x31],
            [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22],
        ] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) {
        #expect(throws: JSONSyntaxError.self) {
            try JSONParser.parse(ByteBuffer(bytes: bytes))
        }
    }

    @Test("nesting is bounded at 32 levels, of arrays and objects alike")
    func depth() throws {
        let deepest = String(repeating: #"[{"a":"#, count: 16) + "1" + String(repeating: "}]", count: 16)
        _ = try parse(deepest)
        // One level more makes the innermost object, after 1 + 15 * 6 + 1 bytes, the 33rd.
        #expect(throws: JSONSyntaxError(reason: "nesting is deeper than 32 levels", offset: 92)) {
            try parse("[" + deepest + "]")
        }
        #expect(throws: JSONSyntaxError.self) {
            try parse(String(repeating: "[", count: 100_000))
        }
    }

    @Test("siblings do not add to the depth")
    func siblings() throws {
        _ = try parse("[" + Array(repeating: "[{}]", count: 1000).joined(separator: ",") + "]")
    }

    @Test("a name that appears twice is refused in large objects too, in linear time")
    func duplicates() throws {
        let names = (0..<20_000).map { "\"n\($0)\":1" }
        _ = try parse("{" + names.joined(separator: ",") + "}")
        for index in [0, 7, 8, 9, 19_999] {
            #expect(throws: JSONSyntaxError.self) {
                try parse("{" + (names + [names[index]]).joined(separator: ",") + "}")
            }
        }
    }

    private func parse(_ text: String) throws -> JSONValue {
        try JSONParser.parse(ByteBuffer(string: text))
    }
}

private let refusals: [(String, String, Int)] = [
    ("", "a value was expected, and the text ends", 0),
    ("  ", "a value was expected, and the text ends", 2),
    ("{} {}", "there is more after the end of the value", 3),
    ("1 2", "there is more after the end of the value", 2),
    ("[1,]", "a value was expected", 3),
    ("[,1]", "a value was expected", 1),
    ("[1", "a comma or the end of the array was expected", 2),
    ("[1 2]", "a comma or the end of the array was expected", 3),
    (#"{"a":1,}"#, "a name in quotation marks was expected", 7),
    ("{a:1}", "a name in quotation marks was expected", 1),
    (#"{"a" 1}"#, #"a colon was expected after the name "a""#, 5),
    (#"{"a":1 "b":2}"#, "a comma or the end of the object was expected", 7),
    (#"{"a":1,"b":{"x":1,"x":2}}"#, #"the name "x" appears twice in one object"#, 18),
    (#"{"a":1,"\u0061":2}"#, #"the name "a" appears twice in one object"#, 7),
    ("01", "there is more after the end of the value", 1),
    ("-", "a digit was expected", 1),
    ("1.", "a digit was expected", 2),
    (".5", "a value was expected", 0),
    ("+1", "a value was expected", 0),
    ("1e", "a digit was expected", 2),
    ("1e+", "a digit was expected", 3),
    ("0x10", "there is more after the end of the value", 1),
    ("NaN", "a value was expected", 0),
    ("Infinity", "a value was expected", 0),
    ("nul", "a value was expected", 0),
    ("True", "a value was expected", 0),
    ("'a'", "a value was expected", 0),
    (#""a"#, "a string has no end", 2),
    (#""\"#, "a string has no end", 2),
    (#""\x""#, "an unknown escape in a string", 2),
    (#""\u12""#, "four hexadecimal digits were expected", 5),
    (#""\u12G4""#, "four hexadecimal digits were expected", 5),
    (#""\ud800""#, "half of a surrogate pair in a string", 1),
    (#""\udc00""#, "half of a surrogate pair in a string", 1),
    (#""\ud800\u0041""#, "half of a surrogate pair in a string", 1),
    (#""a\u0000""#, "the character U+0000 in a string", 2),
    ("\"a\nb\"", "a control character in a string must be escaped", 2),
    ("\"a\u{0}b\"", "a control character in a string must be escaped", 2),
    ("/* c */ 1", "a value was expected", 0),
    ("1\u{A0}", "there is more after the end of the value", 1),
]
