import NIOCore
import NIOEmbedded
import SharedTelemetry
import Testing

@testable import SharedHTTP

@Suite("Connections by client")
struct ConnectionTableTests {
    private func table(_ maximum: Int, trusted: [IPNetwork] = []) -> ConnectionTable {
        ConnectionTable(
            maximumPerClient: maximum, trustedProxies: trusted, figures: ConnectionFigures(MetricsRegistry()))
    }

    private func channel(_ address: String) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: address, port: 1)
        return channel
    }

    @Test(
        "an IPv4 address is a client, also in its IPv6 form, and so is a /64 network of IPv6",
        arguments: [
            ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
            ("192.0.2.1", "::ffff:192.0.2.1", true),
            ("2001:db8::1", "2001:db8::ffff:0:0:2", true), ("2001:db8::1", "2001:db8:0:1::1", false),
            ("::ffff:192.0.2.1", "::ffff:192.0.2.2", false),
        ])
    func clients(first: String, second: String, areOne: Bool) throws {
        let table = table(1)
        #expect(table.admit(try channel(first)))
        #expect(table.admit(try channel(second)) == !areOne)
        #expect(table.clientCount == (areOne ? 1 : 2))
    }

    @Test("a connection that closes makes room, and the last one of a client leaves nothing behind")
    func closing() throws {
        let table = table(2)
        let channels = [try channel("192.0.2.1"), try channel("192.0.2.1")]
        for channel in channels { #expect(table.admit(channel)) }
        #expect(!table.admit(try channel("192.0.2.1")))
        for channel in channels { _ = try channel.finish() }
        #expect(table.clientCount == 0)
        #expect(table.admit(try channel("192.0.2.1")))
    }

    @Test("those who speak for many, or have no address, are not bounded")
    func unbounded() throws {
        let table = table(1, trusted: [try #require(IPNetwork("10.0.0.0/8"))])
        for _ in 0..<10 {
            #expect(table.admit(try channel("10.1.2.3")))
            #expect(table.admit(EmbeddedChannel()))
        }
        #expect(table.clientCount == 0)
    }
}
