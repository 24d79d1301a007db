/// A range of addresses in CIDR notation (RFC 4632, RFC 4291): `10.0.0.0/8`, `2001:db8::/32`, or one address.
package struct IPNetwork: Sendable, Hashable {
    private let address: IPAddress
    /// In bits of the IPv6 form, so that IPv4 and its mapped form are compared alike.
    private let length: Int

    /// Reads an address and a prefix length. Nil for anything else, and when bits after the prefix are set: that is a
    /// mistake more often than an intention.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(first) else { return nil }
        let isShort = address.isIPv4 && !first.contains(":")
        let width = isShort ? 32 : 128
        var given = width
        if parts.count == 2 {
            guard let number = Int(parts[1]), String(number) == parts[1], (0...width).contains(number) else {
                return nil
            }
            given = number
        }
        let length = isShort ? given + 96 : given
        guard address.prefix(length) == (address.high, address.low) else { return nil }
        self.address = address
        self.length = length
    }

    /// Whether the address lies in the range.
    package func contains(_ other: IPAddress) -> Bool {
        other.prefix(length) == (address.high, address.low)
    }
}
