import Foundation

/// Base64 with the alphabet for URLs and without padding, as JWTs have it (RFC 4648, section 5; RFC 7515, section 2).
enum Base64URL {
    /// The octets; nil for any other character, padding, an impossible length, or bits left over that are not zero, so
    /// that no two texts stand for the same octets.
    static func octets(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.allSatisfy(isDigit), text.utf8.count % 4 != 1 else { return nil }
        let standard = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: standard + padding), Self.text(data) == text else { return nil }
        return Array(data)
    }

    static func text(_ octets: some Sequence<UInt8>) -> String {
        Data(octets).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
