import Foundation
package import NIOCore

/// An IPv4 or IPv6 address. An IPv4 address and its IPv4-mapped IPv6 form (RFC 4291, section 2.5.5.2) are equal.
package struct IPAddress: Sendable, Hashable {
    /// The first eight octets of the IPv6 form, in network order.
    let high: UInt64
    /// The last eight.
    let low: UInt64

    private static let mappedPrefix: UInt64 = 0xFFFF
    /// The longest text of an IPv6 address: eight groups, the last two as IPv4.
    private static let longestText = 45

    private init(octets: some Sequence<UInt8>) {
        var words: (high: UInt64, low: UInt64) = (0, 0)
        for (index, octet) in octets.enumerated() {
            if index < 8 { words.high = words.high << 8 | UInt64(octet) }
            if index >= 8 { words.low = words.low << 8 | UInt64(octet) }
        }
        (high, low) = words
    }

    private init(ipv4 number: UInt32) {
        high = 0
        low = Self.mappedPrefix << 32 | UInt64(number)
    }

    /// The address at the other end of a connection; nil for a Unix domain socket.
    package init?(_ address: SocketAddress) {
        switch address {
        case .v4(let ipv4): self.init(ipv4: UInt32(bigEndian: ipv4.address.sin_addr.s_addr))
        case .v6(let ipv6): self = withUnsafeBytes(of: ipv6.address.sin6_addr) { IPAddress(octets: $0) }
        case .unixDomainSocket: return nil
        }
    }

    /// Reads the usual text, without brackets, port or zone; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let text = String(text)
        guard text.utf8.count <= Self.longestText else { return nil }
        var ipv4 = in_addr()
        var ipv6 = in6_addr()
        if inet_pton(AF_INET, text, &ipv4) == 1 {
            self.init(ipv4: UInt32(bigEndian: ipv4.s_addr))
        } else if inet_pton(AF_INET6, text, &ipv6) == 1 {
            self = withUnsafeBytes(of: ipv6) { IPAddress(octets: $0) }
        } else {
            return nil
        }
    }

    /// Whether it is an IPv4 address, in either form.
    var isIPv4: Bool { high == 0 && low >> 32 == Self.mappedPrefix }

    /// The address with all bits after the first `length` of 128 cleared.
    func prefix(_ length: Int) -> (high: UInt64, low: UInt64) {
        (high & Self.mask(length), low & Self.mask(length - 64))
    }

    /// 64 bits of which the first `length` are set; out of range is the nearer end.
    private static func mask(_ length: Int) -> UInt64 {
        length <= 0 ? 0 : length >= 64 ? .max : ~(UInt64.max >> UInt64(length))
    }
}

extension IPAddress: CustomStringConvertible {
    /// The usual text (RFC 5952), of an IPv4-mapped address that of the IPv4 address. No log may hold it.
    package var description: String {
        if isIPv4 { return (0..<4).map { String(low >> (24 - 8 * $0) & 255) }.joined(separator: ".") }
        var address = in6_addr()
        withUnsafeMutableBytes(of: &address) { octets in
            for index in 0..<8 {
                octets[index] = UInt8(truncatingIfNeeded: high >> (56 - 8 * UInt64(index)))
                octets[index + 8] = UInt8(truncatingIfNeeded: low >> (56 - 8 * UInt64(index)))
            }
        }
        var text = [CChar](repeating: 0, count: Self.longestText + 1)
        guard inet_ntop(AF_INET6, &address, &text, socklen_t(text.count)) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
