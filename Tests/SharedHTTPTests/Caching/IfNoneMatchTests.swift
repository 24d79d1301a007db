import Testing

@testable import SharedHTTP

/// The grammar is that of RFC 9110, sections 8.8.3 and 13.1.2; the first examples are those of 13.1.2.
@Suite("If-None-Match")
struct IfNoneMatchTests {
    @Test("lists, weak tags and odd characters are read", arguments: lists)
    func list(header: String, expected: [Substring]) {
        #expect(IfNoneMatch(header) == .tags(expected))
    }

    @Test("a star stands for anything", arguments: ["*", "  *", "\t*"])
    func anything(header: String) {
        #expect(IfNoneMatch(header) == .anything)
    }

    @Test(
        "a malformed list is as good as none",
        arguments: [
            "xyzzy", "\"", "\"a", "a\"", "\"a\" \"b\"", "\"a\"\"b\"", "w/\"a\"", "W/ \"a\"", "W/", "\"a b\"",
            "*, \"a\"",
            "\"a\", *", "\"a\";q=1", "'a'", "\"a\u{7F}\"", "\"a\", xyzzy",
        ])
    func malformed(header: String) {
        #expect(IfNoneMatch(header) == nil)
    }

    @Test("a list without end is as good as none")
    func bounded() {
        #expect(IfNoneMatch(Array(repeating: "\"a\"", count: 64).joined(separator: ",")) != nil)
        #expect(IfNoneMatch(Array(repeating: "\"a\"", count: 65).joined(separator: ",")) == nil)
        #expect(IfNoneMatch(String(repeating: ",", count: 16_000)) == .tags([]))
    }
}

private let lists: [(String, [Substring])] = [
    ("\"xyzzy\"", ["\"xyzzy\""]), ("W/\"xyzzy\"", ["\"xyzzy\""]),
    ("\"xyzzy\", \"r2d2xxxx\", \"c3piozzzz\"", ["\"xyzzy\"", "\"r2d2xxxx\"", "\"c3piozzzz\""]),
    ("W/\"xyzzy\", W/\"r2d2xxxx\", \"c3piozzzz\"", ["\"xyzzy\"", "\"r2d2xxxx\"", "\"c3piozzzz\""]),
    ("\"a\",\"b\"", ["\"a\"", "\"b\""]), (" ,, \"a\" ,\t,\"b\",", ["\"a\"", "\"b\""]), ("\"\"", ["\"\""]),
    ("\"a\\\"", ["\"a\\\""]), ("\"a,b\"", ["\"a,b\""]), ("\"é!#\"", ["\"é!#\""]), ("", []),
]
