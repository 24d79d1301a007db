import Foundation

extension HostText {
    /// Whether what is sent to a host never leaves this machine: `localhost` and the names below it (RFC 6761, section
    /// 6.3), 127.0.0.0/8 (RFC 1122, section 3.2.1.3), ::1 and the IPv4 addresses written as IPv6 (RFC 4291, section 2.5).
    static func isLoopback(_ host: String) -> Bool {
        let name = host.lowercased()
        if name == "localhost" || name.hasSuffix(".localhost") { return true }
        var version4 = in_addr()
        if inet_pton(AF_INET, host, &version4) == 1 { return UInt32(bigEndian: version4.s_addr) >> 24 == 127 }
        var version6 = in6_addr()
        guard inet_pton(AF_INET6, host, &version6) == 1 else { return false }
        let bytes = withUnsafeBytes(of: &version6) { Array($0) }
        let isMapped = bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        return isMapped ? bytes[12] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
    }
}
