import Foundation
import Logging
import SharedDomain
import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("the key set for tokens")
struct TokenKeysTests {
    private let time = HandMovedTime()
    private let logs = RecordedLogs()
    private let rules = TokenRules(issuer: TokenVectors.issuer, audience: TokenVectors.audience)

    private func token(_ name: String) throws -> String {
        let line = TokenVectors.lines.split(separator: "\n").first { $0.hasPrefix(name + "|") }
        return String(try #require(line?.split(separator: "|").last))
    }

    private func verifier(_ source: TokenKeySource) async throws -> (TokenVerifier, TokenKeys) {
        let keys = try await TokenKeys(source, time: time.source, logger: logs.logger)
        return (TokenVerifier(rules: rules, keys: keys, time: time.source), keys)
    }

    private func code(_ verifier: TokenVerifier, _ token: String) async throws -> ErrorCode? {
        do {
            if try verifier.principal(of: token) == nil { _ = try await verifier.principalAfterFetch(of: token) }
            return nil
        } catch let failure as EdgeFailure {
            return failure.error.code
        }
    }

    private static let wrongSets = [
        ("", "is not JSON"), ("[]", "is not a JSON Web Key Set"), ("{\"keys\":{}}", "is not a JSON Web Key Set"),
        ("{\"keys\":[]}", "holds no key that can be used"), ("{\"keys\":[1]}", "it is no object"),
        ("{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}", "neither an RSA key"),
        ("{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}]}", "no EdDSA key"),
        ("{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\",\"d\":\"AAAA\"}]}", "private key"),
        ("{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\",\"alg\":\"HS256\"}]}", "'alg'"),
        ("{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\",\"use\":\"enc\"}]}", "not for signatures"),
        ("{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AAAA\",\"y\":\"AAAA\"}]}", "no ES256 key"),
        ("{\"keys\":[{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}]}", "17 bits"),
        ("{\"keys\":[{\"kty\":\"RSA\",\"e\":\"AQAB\"}]}", "'n' is missing"),
        ("{\"keys\":[\(Array(repeating: "{}", count: 65).joined(separator: ","))]}", "more than 64"),
        (String(repeating: "[", count: 10_000), "is not JSON"),
    ]

    @Test("a file that is no key set keeps a service from starting, with the reason", arguments: wrongSets)
    func wrongFile(_ text: String, _ reason: String) async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("jwks.json")
            await #expect(throws: KeyFileProblem.self) { _ = try await verifier(.file(path: path)) }
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            await #expect {
                _ = try await verifier(.file(path: path))
            } throws: { error in
                "\(error)".contains(reason) && "\(error)".contains("JWT_JWKS_FILE")
            }
        }
    }

    @Test("keys that cannot be used are left out and named in the log")
    func leftOut() async throws {
        let set = try await TokenKeySet(Array(TokenVectors.keySet.utf8))
        #expect(set.keys.map(\.id) == ["rsa-1", "ec-1", "ed-1"])
        #expect(set.leftOut.count == 4)
        #expect(set.leftOut[0].contains("1024 bits"))
        let double = TokenVectors.smallSet.replacing("}]}", with: "},") + TokenVectors.smallSet.dropFirst(9)
        #expect(try await TokenKeySet(Array(double.utf8)).leftOut.count == 1)
    }

    @Test("a changed file is taken while the service runs, and what was verified with the old keys is forgotten")
    func changedFile() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("jwks.json")
            try TokenVectors.keySet.write(toFile: path, atomically: true, encoding: .utf8)
            let (verifier, keys) = try await verifier(.file(path: path))
            let good = try token("good rsa-1")
            #expect(try await code(verifier, good) == nil)
            let running = Task { try await keys.run() }
            try TokenVectors.smallSet.write(toFile: path, atomically: true, encoding: .utf8)
            try await look()
            #expect(try await code(verifier, good) == .unauthorized)
            #expect(try await code(verifier, try token("good ed-1")) == nil)
            try "broken".write(toFile: path, atomically: true, encoding: .utf8)
            try await look()
            try await look()
            #expect(try await code(verifier, try token("good ed-1")) == nil)
            #expect(logs.messages(at: .error).count == 1)
            running.cancel()
            try await running.value
        }
    }

    @Test("an address that does not answer yet costs tokens a 503 and nothing else", .timeLimit(.minutes(1)))
    func lateAddress() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/jwks", .status(500), .text(TokenVectors.keySet, contentType: "application/json"))
            let (verifier, keys) = try await verifier(.url(upstream.baseURL + "/jwks"))
            let good = try token("good rsa-1")
            #expect(try await code(verifier, good) == .externalAPIError)
            #expect(try await code(verifier, try token("another issuer")) == .unauthorized)
            let running = Task { try await keys.run() }
            try await time.waitForSleepers(1)
            try await eventually("the first answer was logged") { !logs.messages(at: .error).isEmpty }
            #expect(try await code(verifier, good) == .externalAPIError)
            try await eventually("the service waits for the next attempt") { time.sleeperCount == 1 }
            time.advance(by: .seconds(30))
            try await eventually("the keys arrived") { keys.current != nil }
            #expect(try await code(verifier, good) == nil)
            running.cancel()
            try await running.value
        }
    }

    @Test("an unknown key is fetched at most twice a minute, and a failure keeps the keys", .timeLimit(.minutes(1)))
    func unknownKey() async throws {
        try await withScriptableUpstream { upstream in
            let json = "application/json"
            upstream.script(
                "/jwks", .text(TokenVectors.smallSet, contentType: json), .text(TokenVectors.keySet, contentType: json),
                .status(302, headers: ["location": "/elsewhere"]))
            let (verifier, keys) = try await verifier(.url(upstream.baseURL + "/jwks"))
            guard case .fetch = keys.chance() else { throw TestFailure("nothing may be fetched") }
            try await keys.fetch()
            let (rsa, ed) = (try token("good rsa-1"), try token("good ed-1"))
            #expect(try await code(verifier, ed) == nil)
            // Within half a minute of the last fetch.
            #expect(try await code(verifier, rsa) == .unauthorized)
            #expect(upstream.requests.count == 1)
            time.advance(by: .seconds(30))
            #expect(try await code(verifier, rsa) == nil)
            for _ in 0..<5 { #expect(try await code(verifier, try token("an unknown key")) == .unauthorized) }
            #expect(upstream.requests.count == 2)
            time.advance(by: .seconds(30))
            #expect(try await code(verifier, try token("an unknown key")) == .unauthorized)
            #expect(upstream.requests(to: "/elsewhere").isEmpty)
            #expect(logs.messages(at: .error).contains { $0.contains("HTTP 302") })
            #expect(try await code(verifier, rsa) == nil)
        }
    }

    @Test("while one request fetches, others with unknown keys are asked to come again", .timeLimit(.minutes(1)))
    func oneFetch() async throws {
        try await withScriptableUpstream { upstream in
            let gate = Gate()
            var answer = ScriptedAnswer.text(TokenVectors.keySet, contentType: "application/json")
            answer.trouble = .heldBack(gate)
            upstream.script("/jwks", .text(TokenVectors.smallSet, contentType: "application/json"), answer)
            let (verifier, keys) = try await verifier(.url(upstream.baseURL + "/jwks"))
            guard case .fetch = keys.chance() else { throw TestFailure("nothing may be fetched") }
            try await keys.fetch()
            time.advance(by: .seconds(30))
            let good = try token("good rsa-1")
            async let first = code(verifier, good)
            try await gate.waitForArrivals(1)
            #expect(try await code(verifier, good) == .externalAPIError)
            gate.open()
            let code = try await first
            #expect(code == nil)
            #expect(upstream.requests.count == 2)
        }
    }

    @Test("answers without end and without bound are given up", .timeLimit(.minutes(1)))
    func hostileAddress() async throws {
        try await withScriptableUpstream { upstream in
            let gate = Gate()
            upstream.script("/large", ScriptedAnswer(body: [UInt8](repeating: 32, count: TokenKeySet.maximumBytes + 1)))
            upstream.script("/slow", ScriptedAnswer(trouble: .heldBack(gate)))
            upstream.script("/gone", .dropped)
            for (path, reason) in [("/large", "larger than"), ("/gone", "no connection")] {
                let found = try await failure(of: TokenKeyFetch(url: upstream.baseURL + path, time: time.source))
                #expect(found?.contains(reason) == true)
            }
            async let slow = failure(of: TokenKeyFetch(url: upstream.baseURL + "/slow", time: time.source))
            try await gate.waitForArrivals(1)
            try await time.waitForSleepers(1)
            time.advance(by: .seconds(5))
            let reason = try await slow
            #expect(reason == "no answer within 5 s")
            gate.open()
        }
    }

    @Test("the memory of verified tokens is bounded, the oldest leaves first")
    func bounded() async throws {
        let verified = VerifiedTokens(capacity: 3)
        let entry = VerifiedTokens.Entry(
            principal: Principal(id: "jwt:1", tier: .standard, scopes: []), expires: time.now)
        for number in 0..<10 { verified.keep(entry, for: .of(number), generation: 1) }
        #expect(verified.count == 3)
        #expect(verified.find(.of(6), generation: 1) == nil && verified.find(.of(7), generation: 1) != nil)
        verified.keep(entry, for: .of(20), generation: 2)
        #expect(verified.count == 1 && verified.find(.of(7), generation: 1) == nil)
        // What was found with keys that are no longer valid comes too late.
        verified.keep(entry, for: .of(21), generation: 1)
        #expect(verified.count == 1)
    }

    private func failure(of fetch: TokenKeyFetch) async throws -> String? {
        do {
            _ = try await fetch.run()
            return nil
        } catch let failure as TokenKeyFetch.Failure {
            return failure.reason
        }
    }

    private func look() async throws {
        try await time.waitForSleepers(1)
        time.advance(by: .seconds(2))
        try await time.waitForSleepers(1)
    }
}
