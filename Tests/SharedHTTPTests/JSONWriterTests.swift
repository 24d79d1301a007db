import Foundation
import NIOCore
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

/// The oracle is Foundation's JSONSerialization: what it reads back must be what was written.
@Suite("Writing JSON")
struct JSONWriterTests {
    @Test("objects and arrays nest, and read back as written")
    func nesting() throws {
        let read = try readBack(
            Written { writer in
                writer.object { object in
                    object.member("name", "won")
                    object.member("count", 3)
                    object.member("none", Int?.none)
                    object.null("nothing")
                    object.object("empty") { _ in }
                    object.array("list") { list in
                        list.element(1)
                        list.object { $0.member("deep", true) }
                        list.array { $0.element("x") }
                        list.array { _ in }
                    }
                }
            })
        let expected: NSDictionary = [
            "name": "won", "count": 3, "none": NSNull(), "nothing": NSNull(), "empty": NSDictionary(),
            "list": [1, ["deep": true], ["x"], NSArray()] as NSArray,
        ]
        #expect(read as? NSDictionary == expected)
    }

    @Test("members keep the order they were written in")
    func order() {
        let text = text(
            Written { writer in
                writer.object { object in
                    object.member("z", 1)
                    object.member("a", 2)
                }
            })
        #expect(text == #"{"z":1,"a":2}"#)
    }

    @Test("every character of a string survives, escaped or not")
    func characters() throws {
        for scalar in (0...0x2FF).compactMap(Unicode.Scalar.init) {
            let string = "<\(Character(scalar))>"
            #expect(try readBack(string) as? String == string, "U+\(String(scalar.value, radix: 16))")
        }
        let samples = ["", "원", "日本", "👩‍👩‍👧", "\u{2028}\u{2029}", "\u{10FFFF}", #"\"/"#, "a\u{0}b", "e\u{301}"]
        for sample in samples {
            let read = try #require(try readBack(sample) as? String)
            #expect(Array(read.unicodeScalars) == Array(sample.unicodeScalars))
        }
    }

    @Test("the escapes of RFC 8259 section 7 are used where there are short ones")
    func escapes() {
        #expect(text("\"\\\u{8}\u{C}\n\r\t\u{1}\u{1F}/") == #""\"\\\b\f\n\r\t\u0001\u001f/""#)
    }

    @Test("a name is escaped like any string")
    func names() throws {
        let name = "a\"\n한"
        let read = try readBack(Written { $0.object { $0.member(name, 1) } })
        #expect(read as? NSDictionary == [name: 1])
    }

    @Test("whole numbers are written in full", arguments: [0, -1, 42, Int.max, Int.min])
    func integers(value: Int) throws {
        #expect(text(value) == "\(value)")
        #expect(try readBack(value) as? Int == value)
    }

    /// JSONSerialization reads with strtod, which rounds correctly.
    @Test(
        "a binary64 reads back as the same value",
        arguments: [
            0.1, 1.0, -0.0, 1e21, 1e-7, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1.0 / 3, 1335.266738,
            123_456_789_012_345_680,
        ])
    func doubles(value: Double) throws {
        let read = try #require(try readBack(value) as? NSNumber)
        #expect(read.doubleValue.bitPattern == value.bitPattern || (value == 0 && read.doubleValue == 0))
        #expect(text(value) == value.description)
    }

    @Test("JSON has no NaN and no infinity: they become null", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(value: Double) {
        #expect(text(value) == "null")
    }

    @Test("an exact decimal keeps its digits, as a number or as a string")
    func decimals() throws {
        let decimal = try #require(ExactDecimal("1335.2667380"))
        #expect(text(decimal) == "1335.2667380")
        #expect(String(buffer: JSONWriter.encode(decimal, numbers: .string)) == #""1335.2667380""#)
    }

    @Test("the style of decimals holds at every depth, and for decimals only")
    func style() throws {
        let decimal = try #require(ExactDecimal("0.10"))
        let value = Written { writer in
            writer.object { object in
                object.array("rates") { $0.element(decimal) }
                object.member("count", 1)
                object.member("mean", 0.5)
            }
        }
        #expect(
            String(buffer: JSONWriter.encode(value, numbers: .string)) == #"{"rates":["0.10"],"count":1,"mean":0.5}"#)
    }

    @Test("domain values are written as people know them")
    func domain() throws {
        #expect(text(Instant(milliseconds: 1_793_372_400_250)) == #""2026-10-30T15:00:00.250Z""#)
        #expect(text(try #require(Day("2026-10-30"))) == #""2026-10-30""#)
        #expect(text([CurrencyCode.krw, .usd]) == #"["KRW","USD"]"#)
        #expect(text(CountryCode("jp")) == #""JP""#)
        #expect(text(SourceID.ecb) == #""ecb""#)
        #expect(text(Period.oneMonth) == #""1m""#)
        #expect(text(RoundingMode.halfUp) == #""half_up""#)
    }

    @Test("a value encoded before is sent as it is")
    func encoded() throws {
        let inner = EncodedJSON(Written { $0.object { $0.member("a", "é\n") } })
        #expect(text([inner, inner]) == #"[{"a":"é\n"},{"a":"é\n"}]"#)
    }

    #if DEBUG
        @Test("a value without content stops a debug build")
        func leftEmpty() async {
            await #expect(processExitsWith: .failure) {
                _ = JSONWriter.encode(Written { _ in })
            }
        }

        @Test("a second value in one place stops a debug build")
        func filledTwice() async {
            await #expect(processExitsWith: .failure) {
                _ = JSONWriter.encode(
                    Written { writer in
                        writer.null()
                        writer.null()
                    })
            }
        }
    #endif

    private func text(_ value: some JSONRepresentable) -> String {
        String(buffer: JSONWriter.encode(value))
    }

    private func readBack(_ value: some JSONRepresentable) throws -> Any {
        let bytes = JSONWriter.encode(value)
        return try JSONSerialization.jsonObject(with: Data(bytes.readableBytesView), options: .fragmentsAllowed)
    }
}

/// A value that writes what a test says.
struct Written: JSONRepresentable {
    let body: (inout JSONWriter) -> Void

    func write(into writer: inout JSONWriter) {
        body(&writer)
    }
}
