import Foundation

/// Tells host names and addresses from other text, without asking a resolver.
enum HostText {
    /// A host name, an IPv4 address, or an IPv6 address without brackets.
    static func isValid(_ text: String) -> Bool {
        if text.contains(":") { return isIPv6(text) }
        // What looks like an IPv4 address has to be one: no resolver knows a name of digits and dots.
        if text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || isDigit($0) }) { return isIPv4(text) }
        return isName(text)
    }

    /// An IPv4 address, or an IPv6 address without brackets.
    static func isAddress(_ text: String) -> Bool { isIPv4(text) || isIPv6(text) }

    static func isIPv6(_ text: String) -> Bool {
        var address = in6_addr()
        return inet_pton(AF_INET6, text, &address) == 1
    }

    private static func isIPv4(_ text: String) -> Bool {
        var address = in_addr()
        return inet_pton(AF_INET, text, &address) == 1
    }

    /// Labels as RFC 1123 section 2.1 has them (letters, digits, hyphens inside, 63 each, 253 in all), and the
    /// underscore, which container networks use.
    private static func isName(_ text: String) -> Bool {
        guard (1...253).contains(text.utf8.count) else { return false }
        return text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            let hyphen = UInt8(ascii: "-")
            return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                && label.allSatisfy { isDigit($0) || isLetter($0) || $0 == hyphen || $0 == UInt8(ascii: "_") }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
