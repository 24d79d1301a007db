import HTTPTypes
import SharedDomain
import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("who asks, and whether they may")
struct AccessControlTests {
    private func failure(_ body: () throws -> Void) throws -> EdgeFailure {
        do {
            try body()
        } catch let failure as EdgeFailure {
            return failure
        }
        throw TestFailure("nothing was refused")
    }

    @Test("without the header nobody asks, and open routes are open")
    func anonymous() async throws {
        guard case .anonymous = try AccessControl.open.begin([:]) else { throw TestFailure("somebody asks") }
        let nobody = try await AccessControl.open.principal([.accept: "*/*"])
        #expect(nobody == nil)
        try AccessControl.open.check(.open, nil)
    }

    @Test("a route that needs a scope says so: without an error code to those who show nothing, 403 to the others")
    func scopes() throws {
        let reader = Principal(id: "abcdefgh2345", tier: .standard, scopes: [.read])
        let missing = try failure { try AccessControl.open.check(.requires(.admin), nil) }
        #expect(missing.error.code == .unauthorized)
        #expect(missing.headers[.wwwAuthenticate] == "Bearer scope=\"admin\"")
        let insufficient = try failure { try AccessControl.open.check(.requires(.admin), reader) }
        #expect(insufficient.error.code == .forbidden)
        #expect(insufficient.headers[.wwwAuthenticate] == "Bearer error=\"insufficient_scope\", scope=\"admin\"")
        try AccessControl.open.check(.requires(.read), reader)
        // No scope includes another.
        let admin = Principal(id: "abcdefgh2345", tier: .standard, scopes: [.admin])
        #expect(try failure { try AccessControl.open.check(.requires(.read), admin) }.error.code == .forbidden)
    }

    @Test(
        "a header that is wrong is refused on open routes too, and never repeated",
        arguments: [
            "", "Bearer", "Bearer ", "Bearer    ", "Basic dXNlcjpwYXNz", "Digest x", "secretsecret", "bearer",
            "Bearer a b", "Bearer key,other", "Bearer ké", "Bearer \"key\"",
            "Bearer " + String(repeating: "a", count: 8_193),
            "Bearer ctk_", "Bearer ctk_abcdefgh2345_secret", "Bearer unknown-secret", "Bearer a.b.c", "Negotiate a",
        ])
    func wrong(_ value: String) throws {
        let refused = try failure { _ = try AccessControl.open.begin([.authorization: value]) }
        #expect(refused.error.code == .unauthorized)
        #expect(refused.headers[.wwwAuthenticate] == "Bearer error=\"invalid_token\"")
        #expect(!"\(refused)".contains("secret"))
    }

    @Test("two headers are refused, whatever they hold")
    func doubled() throws {
        var headers = HTTPFields()
        for _ in 0..<2 { headers.append(HTTPField(name: .authorization, value: "Bearer key")) }
        let refused = try failure { _ = try AccessControl.open.begin(headers) }
        #expect(refused.error.message.contains("more than one"))
    }

    @Test("a key is known at once, whatever the case of the scheme")
    func key() async throws {
        try await withTemporaryDirectory { directory in
            let time = HandMovedTime()
            let path = directory.file("keys.json")
            let created = try await KeyStore(path: path, time: time.source).create(
                tier: .standard, scopes: [.read, .write], label: "a")
            let services = try await AccessServices.make(
                AccessServices.Plan(keysFile: path), time: time.source, logger: RecordedLogs().logger)
            #expect(services.background.count == 1)
            for scheme in ["Bearer", "bearer", "BEARER"] {
                guard
                    case .principal(let principal) = try services.control.begin(
                        [.authorization: "\(scheme) \(created.text)"])
                else { throw TestFailure("the key is not known at once") }
                #expect(principal.id == created.entry.id && principal.scopes == [.read, .write])
            }
        }
    }
}
