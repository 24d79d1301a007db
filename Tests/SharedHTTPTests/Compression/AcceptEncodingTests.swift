import Testing

@testable import SharedHTTP

/// The rules are those of RFC 9110, section 12.5.3, and the examples there.
@Suite("Accept-Encoding")
struct AcceptEncodingTests {
    @Test("the best coding that we have is chosen", arguments: choices)
    func choice(header: String, expected: ContentCoding) {
        #expect(AcceptEncoding(header).preferred == expected)
    }

    @Test("a body as it is will do, unless the client refuses it and takes another of ours", arguments: identities)
    func identity(header: String, accepted: Bool) {
        #expect(AcceptEncoding(header).acceptsIdentity == accepted)
    }

    @Test("a client that says nothing gets the body as it is, and takes no tag of another")
    func unsaid() {
        #expect(AcceptEncoding.unsaid.preferred == .identity)
        #expect(AcceptEncoding.unsaid.accepts(.identity))
        #expect(!AcceptEncoding.unsaid.accepts(.gzip))
    }

    @Test("what comes after the bound is not looked at")
    func bounded() {
        let many = String(repeating: "br,", count: 5000)
        #expect(AcceptEncoding(many + "gzip").preferred == .identity)
        #expect(AcceptEncoding("gzip," + many).preferred == .gzip)
    }
}

private let choices: [(String, ContentCoding)] = [
    ("compress, gzip", .gzip), ("", .identity), ("*", .gzip), ("compress;q=0.5, gzip;q=1.0", .gzip),
    ("gzip;q=1.0, identity; q=0.5, *;q=0", .gzip), ("gzip, deflate, br, zstd", .gzip), ("deflate", .deflate),
    ("deflate, gzip;q=0.9", .deflate), ("gzip;q=0.5, deflate;q=0.8", .deflate), ("x-gzip", .gzip), ("GZip", .gzip),
    ("br, zstd", .identity), ("gzip;q=0", .identity), ("gzip;q=0, *", .deflate), ("*;q=0", .identity),
    ("identity;q=1, gzip;q=0.5", .identity), ("identity, gzip", .gzip), ("gzip;q=0.001", .gzip),
    ("gzip ; q=0.3", .gzip), ("gzip;Q=0.3", .gzip), ("\tgzip\t", .gzip), (",,gzip,", .gzip),
    ("gzip;q=0.000", .identity),
    // Malformed elements count for nothing.
    ("gzip;q=2", .identity), ("gzip;q=1.5", .identity), ("gzip;q=-1", .identity), ("gzip;q=0.1234", .identity),
    ("gzip;q=", .identity), ("gzip;q", .identity), ("gzip;", .identity), ("gzip;level=9", .identity),
    ("gzip;q=1;q=0", .identity), ("gzip;q = 1", .identity), ("gzip;q=.5", .identity), ("gzip;q=NaN", .identity),
    ("gzip deflate", .identity), (";q=1", .identity), ("*;q=x, deflate", .deflate), ("gzip;q=0, gzip", .identity),
    ("gzip;q=1.", .gzip), ("gzip;q=0.٣", .identity),
]

private let identities: [(String, Bool)] = [
    ("", true), ("gzip", true), ("gzip, identity;q=0", false), ("identity;q=0", true), ("*;q=0", true),
    ("gzip, *;q=0", false), ("gzip, *;q=0, identity", true), ("br, identity;q=0", true), ("*", true),
    ("identity;q=0.0, deflate;q=0.1", false),
]
