import Foundation
import Testing

@testable import RankingService

struct PrivacyKeyTests {
    /// Python: hmac.new(key, purpose + b":alice", sha256).digest()[:16].hex()
    @Test(
        "a digest is the first half of the HMAC-SHA256 of purpose and text",
        arguments: [
            (PrivacyKey.Purpose.user, "7cfd7689ca1fc0511c9da15d790db8bc"),
            (.session, "37cc141eb0291850cd83a8d124f6e762"),
            (.userAgent, "182d0fda37ce9e6e35ee94af76073a66"),
        ])
    func digests(purpose: PrivacyKey.Purpose, expected: String) throws {
        let bytes = try testKey().digest(purpose, "alice").bytes
        #expect(bytes.map { String(format: "%02x", $0) }.joined() == expected)
    }

    @Test("another key makes other digests and has another fingerprint")
    func otherKey() throws {
        let other = try #require(PrivacyKey(secret: "another secret of thirty-two characters"))
        #expect(try other.digest(.user, "alice") != testKey().digest(.user, "alice"))
        #expect(try other.fingerprint != testKey().fingerprint)
    }

    @Test("a secret of 31 characters is refused, one of 32 is taken")
    func shortSecret() {
        #expect(PrivacyKey(secret: String(repeating: "x", count: 31)) == nil)
        #expect(PrivacyKey(secret: String(repeating: "x", count: 32)) != nil)
    }
}
