import Foundation

/// Tells an IP address from a host name.
enum IPAddressText {
    case version4
    case version6

    /// Nil for a host name.
    init?(_ host: String) {
        var version4 = in_addr()
        var version6 = in6_addr()
        if inet_pton(AF_INET, host, &version4) == 1 {
            self = .version4
        } else if inet_pton(AF_INET6, host, &version6) == 1 {
            self = .version6
        } else {
            return nil
        }
    }
}
