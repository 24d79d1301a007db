import Crypto
import Foundation
import SharedDomain

/// What a token claims (RFC 7519, section 4.1; `scope` from RFC 8693, section 4.2; `tier` is ours).
struct TokenClaims: Sendable {
    let issuer: String
    let subject: String
    let audience: [String]
    let expires: Instant
    let notBefore: Instant?
    let scopes: Set<Scope>
    let tier: Tier

    private static let maximumAudiences = 64
    private static let longestName = 1024
    /// The seconds that a date may hold: to the year 9999, on both sides.
    private static let dates = -253_402_300_800.0...253_402_300_800

    /// Throws `EdgeFailure` where a claim is missing or has another type.
    init(_ object: JSONObject) throws {
        issuer = try Self.name("iss", object)
        subject = try Self.name("sub", object)
        audience = try Self.audience(object)
        guard let expires = try Self.date("exp", object) else {
            throw EdgeFailure.invalidCredentials("The token has no claim 'exp'.")
        }
        self.expires = expires
        notBefore = try Self.date("nbf", object)
        scopes = try Self.scopes(object)
        // A tier that is not known here grants nothing.
        tier = object.text("tier").flatMap(Tier.init(rawValue:)) ?? .standard
    }

    /// Who the token is about: a hash, so that no name of a person gets into logs and memory.
    var principal: Principal {
        let digest = SHA256.hash(data: Data("\(issuer)\n\(subject)".utf8))
        return Principal(id: "jwt:" + HexText.of(digest.prefix(8)), tier: tier, scopes: scopes)
    }

    private static func name(_ name: String, _ object: JSONObject) throws -> String {
        guard let text = object.text(name), (1...longestName).contains(text.utf8.count) else {
            throw EdgeFailure.invalidCredentials("The token's claim '\(name)' is missing or not a text.")
        }
        return text
    }

    private static func audience(_ object: JSONObject) throws -> [String] {
        switch object["aud"] {
        case .string(let one)?: return [one]
        case .array(let several)? where several.count <= maximumAudiences:
            let names = several.compactMap { value -> String? in
                guard case .string(let name) = value else { return nil }
                return name
            }
            if names.count == several.count { return names }
        default: break
        }
        throw EdgeFailure.invalidCredentials("The token's claim 'aud' is missing or not a list of texts.")
    }

    /// A NumericDate: seconds since 1970, with a fraction if someone wants.
    private static func date(_ name: String, _ object: JSONObject) throws -> Instant? {
        guard let value = object[name] else { return nil }
        guard case .number(let number) = value, let seconds = Double(number.text), dates.contains(seconds) else {
            throw EdgeFailure.invalidCredentials("The token's claim '\(name)' is not a date in seconds.")
        }
        return Instant(milliseconds: Int64((seconds * 1000).rounded(.down)))
    }

    /// The scopes we know among those of the token, which may have others for other services.
    private static func scopes(_ object: JSONObject) throws -> Set<Scope> {
        guard let value = object["scope"] else { return [] }
        guard case .string(let text) = value else {
            throw EdgeFailure.invalidCredentials("The token's claim 'scope' is not a text.")
        }
        return Set(text.split(separator: " ").compactMap { Scope(rawValue: String($0)) })
    }
}
