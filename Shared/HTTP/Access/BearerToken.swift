import HTTPTypes

/// Reads the credentials of a request (RFC 6750, section 2.1; only the header counts, never a query or a body).
enum BearerToken {
    /// The longest token that is looked at, in bytes.
    static let maximumBytes = 8 * 1024

    /// The text after `Bearer`; nil without the header.
    ///
    /// Throws `EdgeFailure` for another scheme, more than one header, or a text that can be no token.
    static func text(in headers: HTTPFields) throws -> String? {
        guard let value = headers[.authorization] else { return nil }
        guard headers[values: .authorization].count == 1 else {
            throw EdgeFailure.invalidCredentials("There is more than one Authorization header: send one.")
        }
        let parts = value.split(separator: " ", maxSplits: 1)
        guard let scheme = parts.first, scheme.lowercased() == "bearer" else {
            throw EdgeFailure.invalidCredentials(
                "The Authorization header must be 'Bearer' followed by a key: no other scheme is accepted.")
        }
        guard parts.count == 2, case let token = parts[1].drop(while: { $0 == " " }), !token.isEmpty else {
            throw EdgeFailure.invalidCredentials("The Authorization header has no key after 'Bearer'.")
        }
        guard token.utf8.count <= maximumBytes else {
            throw EdgeFailure.invalidCredentials("The key is longer than \(maximumBytes) bytes.")
        }
        guard token.utf8.allSatisfy(isTokenByte) else {
            throw EdgeFailure.invalidCredentials("The key holds characters that no key has.")
        }
        return String(token)
    }

    /// The characters of `b64token` (RFC 6750, section 2.1), and the underscore among them.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~+/=".utf8.contains(byte)
        }
    }
}
