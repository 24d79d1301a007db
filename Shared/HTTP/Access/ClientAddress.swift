package import HTTPTypes

/// Finds the address that a request comes from.
///
/// That is the connection's, unless the connection comes from a trusted proxy. Then `X-Forwarded-For` is read from the
/// right, where the proxies write: each entry was written by the hop after it and counts only if that hop is trusted.
/// The first entry that is no trusted proxy is the client. What a client itself wrote stands further left and is never
/// reached. At an entry that is no address, or that stands beyond the bounds, the reading ends at the last address that
/// can be trusted: so many clients may be counted as one, but none can choose its name.
package struct ClientAddress: Sendable {
    /// Believes no header.
    package static let ofConnection = ClientAddress(trustedProxies: [], maximumHops: 0)

    /// How much of the header is read, from its right end, in bytes.
    static let maximumHeaderBytes = 2048

    private let trustedProxies: [IPNetwork]
    private let maximumHops: Int

    /// - Parameters:
    ///   - trustedProxies: Where the proxies in front of the service are.
    ///   - maximumHops: The most proxies one behind the other, so the most entries that are read.
    package init(trustedProxies: [IPNetwork], maximumHops: Int) {
        self.trustedProxies = trustedProxies
        self.maximumHops = maximumHops
    }

    /// The address of the client; nil where the connection has none.
    package func address(connection: IPAddress?, _ headers: HTTPFields) -> IPAddress? {
        guard let connection, maximumHops > 0, isTrusted(connection) else { return connection }
        var current = connection
        for entry in entriesFromRight(headers) {
            guard let address = Self.address(in: entry) else { return current }
            current = address
            guard isTrusted(address) else { return current }
        }
        return current
    }

    private func isTrusted(_ address: IPAddress) -> Bool {
        trustedProxies.contains { $0.contains(address) }
    }

    /// The last entries of all fields of that name together (RFC 9110, section 5.2). One that the bound on the header
    /// cuts through is left out with all before it.
    private func entriesFromRight(_ headers: HTTPFields) -> [Substring.UTF8View] {
        var entries: [Substring.UTF8View] = []
        var budget = Self.maximumHeaderBytes
        for value in headers[values: .forwardedFor].reversed() {
            let readable = value.utf8.suffix(budget)
            let parts = readable.split(
                separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            let isCut = readable.count < value.utf8.count
            entries += (isCut ? parts.dropFirst() : parts[...]).reversed()
            budget -= readable.count
            guard !isCut, budget > 0, entries.count < maximumHops else { break }
        }
        return Array(entries.prefix(maximumHops))
    }

    /// The address in one entry, which may have a port, and brackets round an IPv6 address; nil when there is none.
    private static func address(in entry: Substring.UTF8View) -> IPAddress? {
        let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        var text = Substring(entry.drop(while: isBlank))
        while let last = text.utf8.last, isBlank(last) { text.removeLast() }
        if text.first == "[" {
            guard let end = text.firstIndex(of: "]") else { return nil }
            guard isPort(text[text.index(after: end)...]) else { return nil }
            let inner = text[text.index(after: text.startIndex)..<end]
            return inner.contains(":") ? IPAddress(inner) : nil
        }
        let colons = text.utf8.count { $0 == UInt8(ascii: ":") }
        guard colons == 1, let colon = text.firstIndex(of: ":") else { return IPAddress(text) }
        return isPort(text[colon...]) ? IPAddress(text[..<colon]) : nil
    }

    /// Whether the text is empty, or a colon and up to five digits.
    private static func isPort(_ text: Substring) -> Bool {
        guard let colon = text.first else { return true }
        let digits = text.dropFirst()
        return colon == ":" && (1...5).contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber }
    }
}

extension HTTPField.Name {
    fileprivate static var forwardedFor: HTTPField.Name { known }
    private static let known: HTTPField.Name = {
        guard let name = HTTPField.Name("X-Forwarded-For") else { preconditionFailure("this is a header name") }
        return name
    }()
}
