import Foundation

/// Where a collector takes spans: OTLP over HTTP (opentelemetry.io/docs/specs/otlp, "OTLP/HTTP").
package struct OTLPEndpoint: Sendable, Hashable {
    /// The address that spans are posted to.
    package let url: String
    /// Header fields of every request, such as a key; never logged.
    let headers: [String: String]

    /// A collector's base address, such as `http://127.0.0.1:4318`, to which `/v1/traces` is added; nil unless it is
    /// http or https with a host, and without user, query and fragment, and the header fields are what HTTP allows.
    package init?(_ base: String, headers: [String: String] = [:]) {
        guard let parts = URLComponents(string: base, encodingInvalidCharacters: false),
            ["http", "https"].contains(parts.scheme?.lowercased()),
            parts.host?.isEmpty == false, parts.user == nil, parts.password == nil, parts.query == nil,
            parts.fragment == nil, headers.allSatisfy({ Self.isField($0.key, $0.value) })
        else { return nil }
        var base = Substring(base)
        while base.last == "/" { base.removeLast() }
        url = base + "/v1/traces"
        self.headers = headers
    }

    /// RFC 9110, sections 5.1 and 5.5, without what is obsolete.
    private static func isField(_ name: String, _ value: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy(isTokenCharacter) && value.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    private static func isTokenCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
