import NIOCore

/// A JSON Web Token taken apart, nothing of it proved yet (RFC 7519; compact serialization of RFC 7515, section 3.1).
struct ParsedToken {
    let keyID: String?
    let algorithm: TokenAlgorithm
    let claims: TokenClaims
    /// What the signature is over: the first two parts and the dot between them.
    let signed: [UInt8]
    let signature: [UInt8]

    /// The types a token may say it is: a JWT, or an access token (RFC 9068, section 2.1). Others, such as logout
    /// tokens, are signed by the same issuers and are no credentials.
    private static let types: Set<String> = ["jwt", "at+jwt", "application/at+jwt"]
    private static let longestKeyID = 256

    /// Throws `EdgeFailure` with a reason that repeats nothing of the token.
    init(_ text: String) throws {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let signature = Base64URL.octets(parts[2]), !signature.isEmpty else {
            throw EdgeFailure.invalidCredentials("The key is not valid: it is neither a key nor a signed token.")
        }
        let header = try Self.object(parts[0], "header")
        guard let algorithm = header.text("alg").flatMap(TokenAlgorithm.init(rawValue:)) else {
            throw EdgeFailure.invalidCredentials("The token's algorithm must be RS256, ES256 or EdDSA.")
        }
        guard header["crit"] == nil else {
            throw EdgeFailure.invalidCredentials("The token has critical extensions, none of which is known here.")
        }
        if let type = header["typ"] {
            guard case .string(let name) = type, Self.types.contains(name.lowercased()) else {
                throw EdgeFailure.invalidCredentials("The token's type must be JWT or at+jwt.")
            }
        }
        if let id = header["kid"] {
            guard case .string(let name) = id, name.utf8.count <= Self.longestKeyID else {
                throw EdgeFailure.invalidCredentials("The token's key id is not a short text.")
            }
        }
        self.keyID = header.text("kid")
        self.algorithm = algorithm
        self.claims = try TokenClaims(try Self.object(parts[1], "payload"))
        self.signed = Array(text.utf8.prefix(parts[0].utf8.count + 1 + parts[1].utf8.count))
        self.signature = signature
    }

    /// One part, as the JSON object it must be: strictly read, so with bounded nesting and without names given twice.
    private static func object(_ part: Substring, _ name: String) throws -> JSONObject {
        guard let octets = Base64URL.octets(part), case .object(let object)? = parsed(octets) else {
            throw EdgeFailure.invalidCredentials("The token's \(name) is not a JSON object in base64url.")
        }
        return object
    }

    private static func parsed(_ octets: [UInt8]) -> JSONValue? {
        do {
            return try JSONParser.parse(ByteBuffer(bytes: octets))
        } catch {
            // Where the JSON is wrong does not matter to whoever got the token from elsewhere.
            return nil
        }
    }
}
