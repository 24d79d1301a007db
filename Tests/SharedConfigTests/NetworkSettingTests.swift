import Foundation
import SharedConfig
import Testing

@Suite("addresses and URLs")
struct NetworkSettingTests {
    private static let usual = URL(filePath: "/")

    @Test(
        "an address is a host and a port",
        arguments: [
            ("127.0.0.1:9001", "127.0.0.1", 9001), ("history:1", "history", 1), ("[::1]:65535", "::1", 65535),
            ("my_db.internal-2.example:80", "my_db.internal-2.example", 80),
        ])
    func address(_ text: String, _ host: String, _ port: Int) throws {
        let address = try #require(PeerAddress(text))
        #expect(address.host == host)
        #expect(address.port == port)
        #expect(address.description == text)
    }

    @Test(
        "an address without a usable host or port is refused",
        arguments: [
            "", ":", "host", "host:", ":9001", "host:0", "host:65536", "host:-1", "host:080", "host:90a1",
            "::1:9001", "[::1]", "[]:1", "[host]:1", "[::1:1", "::1]:1", "1.2.3:1", "256.1.1.1:1", "-a:1", "a-:1",
            "a..b:1", "a b:1", "http://a:1", "a:1 ", " a:1", "a:b:1",
        ])
    func malformedAddress(_ text: String) {
        #expect(PeerAddress(text) == nil)
    }

    @Test("a host name has labels of at most 63 and 253 in all")
    func longHosts() {
        let label = String(repeating: "a", count: 63)
        let longest = [label, label, label, String(repeating: "a", count: 61)].joined(separator: ".")
        #expect(longest.count == 253)
        #expect(PeerAddress("\(longest):1") != nil)
        #expect(PeerAddress("\(longest)a:1") == nil)
        #expect(PeerAddress("\(label)a:1") == nil)
    }

    @Test("what to listen on is an address", arguments: ["0.0.0.0", "::", "127.0.0.1", "fe80::1"])
    func ipAddress(_ text: String) {
        #expect(SettingKind.ipAddress.parse(text) == text)
    }

    @Test("a name is nothing to listen on: it may be several addresses", arguments: ["localhost", "", "1.2.3", "::g"])
    func noIPAddress(_ text: String) {
        #expect(SettingKind.ipAddress.parse(text) == nil)
    }

    @Test("a URL is http or https", arguments: ["http://a", "https://a.example:8443/x/y/", "http://[::1]:1/"])
    func url(_ text: String) {
        #expect(SettingKind<URL>.url.parse(text) == URL(string: text))
    }

    @Test(
        "a URL is refused without the user and the password that stand in it",
        arguments: [
            ("https://user:sesame@rates.example/x", #""https://…@rates.example/x""#),
            ("https://sesame@rates.example", #""https://…@rates.example""#),
            ("https://user:ses@me:sesame@rates.example", #""https://…@rates.example""#),
            ("ftp://sesame://sesame@rates.example", #""ftp://…@rates.example""#),
            ("user:sesame@rates.example", #""…@rates.example""#),
        ])
    func redacted(_ text: String, _ shown: String) {
        let setting = Setting("SOURCE_URL", SettingKind<URL>.url, default: Self.usual, summary: "Where rates come from")
        let found = problems(reading: setting, environment: ["SOURCE_URL": text])
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("SOURCE_URL is \(shown): expected ") == true)
        #expect(found.first?.contains("ses") == false)
    }

    @Test(
        "a URL with another scheme, no host, credentials, query or fragment is refused",
        arguments: [
            "", "a", "/a", "ftp://a", "file:///a", "http://", "http:///a", "http:a", "http://u:p@a", "http://u@a",
            "http://a?x=1", "http://a#x", "http://a:0", "http://a:70000", "http://a:x", "http://a b", " http://a",
        ])
    func malformedURL(_ text: String) {
        #expect(SettingKind<URL>.url.parse(text) == nil)
    }
}
