import HTTPTypes
import NIOCore
import SharedHTTP
import Testing

@Suite("the address of a client")
struct ClientAddressTests {
    private let rule: ClientAddress

    init() throws {
        rule = ClientAddress(
            trustedProxies: [try #require(IPNetwork("10.0.0.0/8")), try #require(IPNetwork("2001:db8:f::/48"))],
            maximumHops: 3)
    }

    private func address(_ connection: String, _ forwarded: String...) throws -> IPAddress? {
        var headers = HTTPFields()
        let name = try #require(HTTPField.Name("X-Forwarded-For"))
        for value in forwarded { headers.append(HTTPField(name: name, value: value)) }
        return rule.address(connection: IPAddress(connection), headers)
    }

    @Test("a stranger's header is not believed")
    func stranger() throws {
        #expect(try address("203.0.113.9", "198.51.100.1") == IPAddress("203.0.113.9"))
        let headers: HTTPFields = [try #require(HTTPField.Name("X-Forwarded-For")): "198.51.100.1"]
        #expect(ClientAddress.ofConnection.address(connection: IPAddress("10.0.0.1"), headers) == IPAddress("10.0.0.1"))
        #expect(rule.address(connection: nil, headers) == nil)
    }

    @Test(
        "behind trusted proxies the first address from the right that is none of them counts",
        arguments: [
            ("198.51.100.1", "198.51.100.1"),
            ("1.2.3.4, 198.51.100.1", "198.51.100.1"),
            ("1.2.3.4, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
            ("198.51.100.1,10.0.0.2,10.0.0.3", "198.51.100.1"),
            // The fourth entry is beyond the hops: the outermost proxy that is believed counts.
            ("198.51.100.1,10.0.0.2,10.0.0.3,10.0.0.4", "10.0.0.2"),
            ("10.0.0.2", "10.0.0.2"),
            ("198.51.100.1:4711", "198.51.100.1"),
            ("[2001:db8::7]:4711", "2001:db8::7"),
            ("[2001:db8::7]", "2001:db8::7"),
            ("2001:db8::7", "2001:db8::7"),
            ("2001:db8::7, 2001:db8:f::1", "2001:db8::7"),
            ("::ffff:198.51.100.1", "198.51.100.1"),
            ("198.51.100.1, ::ffff:10.0.0.2", "198.51.100.1"),
            (" \t198.51.100.1 \t", "198.51.100.1"),
        ])
    func proxied(_ header: String, _ expected: String) throws {
        #expect(try address("10.0.0.1", header) == IPAddress(expected))
        #expect(try address("::ffff:10.0.0.1", header) == IPAddress(expected))
    }

    @Test(
        "an entry that is no address ends the reading at the last one that can be trusted",
        arguments: [
            "", ",", "unknown", "_hidden", "198.51.100.1:", "198.51.100.1:port", "198.51.100.1:123456",
            "[198.51.100.1]",
            "[2001:db8::7", "2001:db8::7]", "[2001:db8::7]x", "198.51.100.256", "0x7f000001", "1.2.3", "fe80::1%eth0",
            "\"198.51.100.1\"", "for=198.51.100.1", "198.51.100.1 198.51.100.2", "198.51.100.1,",
            String(repeating: "1", count: 1_000),
        ])
    func malformed(_ header: String) throws {
        #expect(try address("10.0.0.1", header) == IPAddress("10.0.0.1"))
        #expect(try address("10.0.0.1", "198.51.100.7, " + header + ", 10.0.0.2") == IPAddress("10.0.0.2"))
    }

    @Test("several fields are one list, in their order")
    func severalFields() throws {
        #expect(try address("10.0.0.1", "1.1.1.1", "198.51.100.1", "10.0.0.2") == IPAddress("198.51.100.1"))
        #expect(try address("10.0.0.1", "1.1.1.1, 198.51.100.1", "10.0.0.2") == IPAddress("198.51.100.1"))
    }

    @Test("a very long header is read from its right end only")
    func long() throws {
        let long = String(repeating: "1.1.1.1, ", count: 100_000) + "198.51.100.1"
        #expect(try address("10.0.0.1", long) == IPAddress("198.51.100.1"))
        #expect(try address("10.0.0.1", String(repeating: " ", count: 100_000)) == IPAddress("10.0.0.1"))
        let far = "198.51.100.1," + String(repeating: " ", count: 3_000) + "10.0.0.2"
        #expect(try address("10.0.0.1", far) == IPAddress("10.0.0.1"))
    }

    @Test(
        "ranges are read strictly",
        arguments: [
            "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/08", "10.0.0.0/", "/8", "10.0.0/8", "2001:db8::1/32",
            "2001:db8::/129", "10.0.0.0/8/8", "", "localhost",
        ])
    func badRanges(_ text: String) {
        #expect(IPNetwork(text) == nil)
    }

    @Test("a range holds what it says")
    func ranges() throws {
        let cases: [(String, String, Bool)] = [
            ("0.0.0.0/0", "255.255.255.255", true), ("0.0.0.0/0", "2001:db8::1", false), ("::/0", "10.0.0.1", true),
            ("10.0.0.1", "10.0.0.1", true), ("10.0.0.1/32", "10.0.0.2", false),
            ("172.16.0.0/12", "172.31.255.255", true),
            ("172.16.0.0/12", "172.32.0.0", false), ("2001:db8::/65", "2001:db8::7fff:0:0:1", true),
            ("2001:db8::/65", "2001:db8:0:0:8000::", false), ("::ffff:10.0.0.0/104", "10.9.9.9", true),
        ]
        for (range, address, expected) in cases {
            let network = try #require(IPNetwork(range), "\(range)")
            #expect(network.contains(try #require(IPAddress(address))) == expected, "\(range) \(address)")
        }
    }

    @Test("an address is the same from a connection and from text, and is written as RFC 5952 has it")
    func texts() throws {
        for text in ["192.0.2.1", "::1", "2001:db8::7", "fe80::1:2:3:4", "::"] {
            let address = try #require(IPAddress(text))
            #expect(address.description == text)
            #expect(IPAddress(try SocketAddress(ipAddress: text, port: 80)) == address)
        }
        #expect(IPAddress("::FFFF:192.0.2.1")?.description == "192.0.2.1")
        #expect(IPAddress("2001:DB8:0:0:0:0:0:7")?.description == "2001:db8::7")
        #expect(IPAddress(try SocketAddress(unixDomainSocketPath: "/tmp/x")) == nil)
    }
}
