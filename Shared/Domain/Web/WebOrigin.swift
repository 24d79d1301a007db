/// Where a page in a browser comes from, as the browser writes it in `Origin` (RFC 6454, section 6.2):
/// `https://example.org` or `http://localhost:5173`.
package struct WebOrigin: Sendable, Hashable, CustomStringConvertible {
    /// What is accepted, as a noun phrase that fits after "expected".
    package static let expected =
        "an origin such as https://example.org or http://localhost:5173: http or https, a host in lower case, "
        + "a port only if it is not the usual one, and no path"

    /// The one spelling there is.
    package let description: String

    /// Nil for anything but that spelling, since no browser would send another: no path (not even `/`), no user, no
    /// upper case, no usual port, not `null`, no pattern.
    package init?(_ text: String) {
        guard let scheme = Scheme.allCases.first(where: { text.hasPrefix($0.prefix) }) else { return nil }
        var host = text.dropFirst(scheme.prefix.count)
        if let colon = host.lastIndex(of: ":"), host.last != "]" {
            guard Self.isPort(host[host.index(after: colon)...], besides: scheme.usualPort) else { return nil }
            host = host[..<colon]
        }
        guard Self.isAddress(host) || Self.isName(host) else { return nil }
        self.description = text
    }

    private enum Scheme: CaseIterable {
        case http
        case https

        var prefix: String { self == .http ? "http://" : "https://" }
        var usualPort: Int { self == .http ? 80 : 443 }
    }

    private static func isPort(_ text: Substring, besides usual: Int) -> Bool {
        guard let port = UInt16(text), String(port) == text else { return false }
        return port != 0 && Int(port) != usual
    }

    /// An IPv6 address in brackets, by its characters.
    private static func isAddress(_ text: Substring) -> Bool {
        guard text.first == "[", text.last == "]", text.utf8.count <= maximumAddressBytes else { return false }
        let address = text.dropFirst().dropLast()
        return address.contains(":") && address.utf8.allSatisfy { isDigit($0) || "abcdef:.".utf8.contains($0) }
    }

    /// A host name or an IPv4 address: labels of letters, digits and hyphens (RFC 1123, section 2.1).
    private static func isName(_ text: Substring) -> Bool {
        guard (1...maximumNameBytes).contains(text.utf8.count) else { return false }
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...maximumLabelBytes).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") || isLowercase($0) }
        }
    }

    private static let maximumAddressBytes = 47
    private static let maximumNameBytes = 253
    private static let maximumLabelBytes = 63

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isLowercase(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}
