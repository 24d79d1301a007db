import Crypto

/// The name a client's requests are counted under: fixed in size, kept in memory only, and shown nowhere.
package struct ClientName: Sendable, Hashable {
    private enum Kind: UInt8 {
        case unknown
        case address
        case principal
    }

    private let kind: Kind
    private let high: UInt64
    private let low: UInt64

    private init(_ kind: Kind, _ high: UInt64, _ low: UInt64) {
        self.kind = kind
        self.high = high
        self.low = low
    }

    /// A client without a key: an IPv4 address by itself, an IPv6 address by its first 64 bits, because one subscriber
    /// commonly has all of them (RFC 6177). Those without an address are one client together.
    package init(address: IPAddress?) {
        guard let address else {
            self.init(.unknown, 0, 0)
            return
        }
        self.init(.address, address.high, address.isIPv4 ? address.low : 0)
    }

    /// A client with a key or a token: 128 bits of the SHA-256 of its id.
    init(principal id: String) {
        var words: [UInt64] = [0, 0]
        for (index, byte) in SHA256.hash(data: Array(id.utf8)).prefix(16).enumerated() {
            words[index / 8] = words[index / 8] << 8 | UInt64(byte)
        }
        self.init(.principal, words[0], words[1])
    }
}

extension ClientName: CustomStringConvertible {
    /// Says nothing: an address belongs in no log.
    package var description: String { "a client" }
}
