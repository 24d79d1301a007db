/// Where a peer's gRPC is found: a host and a port that is never left to a default.
package struct PeerAddress: Sendable, Hashable, CustomStringConvertible {
    /// The ports one can connect to.
    package static let ports = 1...Int(UInt16.max)

    /// A host name or an IP address; an IPv6 address without its brackets.
    package let host: String
    /// From 1 to 65535.
    package let port: Int

    /// The two parts, or nil when the host is no host or the port not in `ports`.
    package init?(host: String, port: Int) {
        guard HostText.isValid(host), Self.ports.contains(port) else { return nil }
        self.host = host
        self.port = port
    }

    /// `host:port`, with an IPv6 host in brackets: `127.0.0.1:9001`, `history:9003`, `[::1]:9001`.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(plain: String(text[text.index(after: colon)...]), in: Self.ports)
        else { return nil }
        var host = String(text[..<colon])
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]") && host.count > 2
        if isBracketed { host = String(host.dropFirst().dropLast()) }
        guard isBracketed == host.contains(":") else { return nil }
        self.init(host: host, port: port)
    }

    /// `host:port`, as the initialiser reads it.
    package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
