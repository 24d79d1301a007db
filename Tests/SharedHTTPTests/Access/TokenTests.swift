import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("tokens")
struct TokenTests {
    private let time = HandMovedTime()

    /// Runs `body` with a verifier of tokens signed by one of the keys of a set.
    private func withVerifier(
        _ keySet: String = TokenVectors.keySet, verified: VerifiedTokens = VerifiedTokens(),
        _ body: (TokenVerifier) async throws -> Void
    ) async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("keys.json")
            try keySet.write(toFile: path, atomically: true, encoding: .utf8)
            let keys = try await TokenKeys(.file(path: path), time: time.source, logger: RecordedLogs().logger)
            let rules = TokenRules(issuer: TokenVectors.issuer, audience: TokenVectors.audience)
            try await body(TokenVerifier(rules: rules, keys: keys, time: time.source, verified: verified))
        }
    }

    private func verdict(_ verifier: TokenVerifier, _ token: String) async -> String {
        do {
            let known = try verifier.principal(of: token)
            let principal = if let known { known } else { try await verifier.principalAfterFetch(of: token) }
            let scopes = Scope.allCases.filter(principal.scopes.contains).map(\.rawValue).joined(separator: ",")
            return "\(scopes);\(principal.tier.rawValue)"
        } catch let failure as EdgeFailure where failure.error.code == .unauthorized {
            return "refused"
        } catch {
            return "\(error)"
        }
    }

    private func token(_ name: String) throws -> String {
        let line = TokenVectors.lines.split(separator: "\n").first { $0.hasPrefix(name + "|") }
        return String(try #require(line?.split(separator: "|").last))
    }

    private func check(_ verifier: TokenVerifier, _ name: String, _ expected: String) async throws {
        let verdict = await verdict(verifier, try token(name))
        #expect(verdict == expected, "\(name)")
    }

    @Test("tokens are judged as PyJWT judges them, and stricter where nobody honest minds")
    func oracle() async throws {
        let lines = TokenVectors.lines.split(separator: "\n").map { $0.split(separator: "|").map { String($0) } }
        #expect(lines.count > 60)
        try await withVerifier { verifier in
            for line in lines {
                let verdict = await verdict(verifier, line[2])
                #expect(verdict == line[1], "\(line[0])")
            }
        }
    }

    @Test("a token that names no key is fine where there is one key, and one that names another is not")
    func singleKey() async throws {
        try await withVerifier(TokenVectors.smallSet) { verifier in
            try await check(verifier, "no key named", "read,admin;standard")
            try await check(verifier, "good ed-1", "read,admin;standard")
            try await check(verifier, "an unknown key", "refused")
            try await check(verifier, "good rsa-1", "refused")
        }
    }

    @Test("the same person is the same principal, whose name says nothing of the person")
    func names() async throws {
        try await withVerifier { verifier in
            let one = try verifier.principal(of: try token("good rsa-1"))
            let other = try verifier.principal(of: try token("good ed-1"))
            #expect(one?.id == other?.id)
            // printf 'https://id.example/\nuser-1' | sha256sum
            #expect(one?.id == "jwt:e56aff278d858764")
        }
    }

    @Test("a token is checked once, until it expires")
    func cached() async throws {
        let verified = VerifiedTokens()
        try await withVerifier(verified: verified) { verifier in
            let good = try token("good ec-1")
            for _ in 0..<3 { #expect(await verdict(verifier, good) == "read,admin;standard") }
            #expect(verified.count == 1)
            time.advance(by: .seconds(659))
            #expect(await verdict(verifier, good) == "read,admin;standard")
            time.advance(by: .seconds(1))
            #expect(await verdict(verifier, good) == "refused")
            try await check(verifier, "ec-1 with a changed signature", "refused")
            #expect(verified.count == 1)
        }
    }

    @Test("hostile texts are refused, quickly and without a word of them")
    func hostile() async throws {
        let dots = String(repeating: ".", count: 8_000)
        let texts = [
            "..", "a.b.c", "eyJ.eyJ.eyJ", dots, "e30.e30.AA", "\(String(repeating: "W", count: 8_000)).e30.AA",
            "e30.\(String(repeating: "W1tb", count: 1_900)).AA", "bnVsbA.bnVsbA.AA", "MQ.MQ.AA", "AAAA.AAAA.AAAA",
        ]
        try await withVerifier { verifier in
            for text in texts { #expect(await verdict(verifier, text) == "refused", "\(text.prefix(20))") }
        }
    }

    @Test(
        "the signatures of the standards are accepted, and no other",
        arguments: [
            // RFC 7515, appendix A.2.
            (
                """
                {"kty":"RSA","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJr\
                cS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXnd\
                S5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-\
                DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}
                """,
                """
                eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb2\
                90Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2F\
                p5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0\
                GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs\
                98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw
                """
            ),
            // RFC 7515, appendix A.3.
            (
                """
                {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",\
                "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
                """,
                """
                eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb2\
                90Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q
                """
            ),
            // RFC 8037, appendix A.4.
            (
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
                """
                eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWb\
                hijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg
                """
            ),
        ])
    func standards(_ key: String, _ token: String) async throws {
        let set = try await TokenKeySet(Array("{\"keys\":[\(key)]}".utf8))
        let key = try #require(set.keys.first)
        let parts = token.split(separator: ".")
        let signed = Array("\(parts[0]).\(parts[1])".utf8)
        let signature = try #require(Base64URL.octets(parts[2]))
        #expect(key.accepts(signature, of: signed))
        for index in stride(from: 0, to: signature.count, by: 7) {
            var other = signature
            other[index] ^= 1
            #expect(!key.accepts(other, of: signed))
        }
        #expect(!key.accepts([], of: signed))
        #expect(!key.accepts(signature + [0], of: signed))
        #expect(!key.accepts([UInt8](repeating: 0, count: signature.count), of: signed))
        #expect(!key.accepts(signature, of: signed + [0]))
    }

    @Test("base64url has one text for each sequence of octets")
    func base64() {
        for (octets, text) in [([], ""), ([0xFB], "-w"), ([0xFB, 0xFF], "-_8"), ([1, 2, 3], "AQID")]
            as [([UInt8], String)]
        {
            #expect(Base64URL.text(octets) == text)
            #expect(Base64URL.octets(text) == octets)
        }
        for wrong in ["-x", "A", "AQID=", "AQ==", "AQ ID", "AQ\n", "+w", "/w", "AAAAA", "é"] {
            #expect(Base64URL.octets(wrong) == nil, "\(wrong)")
        }
    }
}
