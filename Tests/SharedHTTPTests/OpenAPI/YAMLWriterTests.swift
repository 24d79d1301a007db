import NIOCore
import Testing

@testable import SharedHTTP

/// The texts on the right were read back with PyYAML 6 and gave the values on the left; Tests/Oracles/same_document.py
/// does that with the whole documents.
@Suite("JSON values as YAML")
struct YAMLWriterTests {
    @Test(
        "single values",
        arguments: [
            (#"null"#, "null\n"), (#"true"#, "true\n"), (#"-0.5"#, "-0.5\n"), (#""""#, "\"\"\n"), (#"[]"#, "[]\n"),
            (#"{}"#, "{}\n"), (#""no""#, "\"no\"\n"), (#""1e3""#, "\"1e3\"\n"),
            (#""a\"b\\c\nd\u0001\u0085\u2028""#, #""a\"b\\c\nd\u0001\u0085\u2028""# + "\n"),
            (#""한국 🇰🇷""#, "\"한국 🇰🇷\"\n"), (#"1e9"#, "1.0e+9\n"), (#"1.5E-7"#, "1.5e-7\n"), (#"12"#, "12\n"),
        ])
    func scalars(json: String, yaml: String) throws {
        #expect(YAMLWriter.encode(try JSONParser.parse(ByteBuffer(string: json))) == yaml)
    }

    @Test("names are quoted where they could be something else")
    func names() {
        let value: JSONValue = ["plain_1": 1, "no": 2, "200": 3, "$ref": 4, "text/csv": 5, "": 6]
        #expect(
            YAMLWriter.encode(value) == """
                plain_1: 1
                "no": 2
                "200": 3
                "$ref": 4
                "text/csv": 5
                "": 6

                """)
    }

    @Test("objects and arrays in each other")
    func nesting() {
        let value: JSONValue = ["a": [["b": [1, [2, 3]], "c": [:]], []], "d": ["e": ["f": "g"]]]
        #expect(
            YAMLWriter.encode(value) == """
                a:
                  - b:
                      - 1
                      - - 2
                        - 3
                    c: {}
                  - []
                d:
                  e:
                    f: "g"

                """)
    }
}
