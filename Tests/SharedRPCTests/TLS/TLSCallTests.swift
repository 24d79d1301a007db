import Foundation
import GRPCCore
import GRPCNIOTransportHTTP2
import SharedContracts
import SharedDomain
import SharedTesting
import SwiftProtobuf
import Testing
import X509

@testable import SharedRPC

@Suite("A call over TLS", .timeLimit(.minutes(1)))
struct TLSCallTests {
    private let authority: TestAuthority
    private let server: TLSRig
    private let client: TLSRig

    init() throws {
        authority = try TestAuthority()
        server = try TLSRig(authority.issue(), trusting: authority)
        client = try TLSRig(authority.issue(), trusting: authority)
    }

    private func serving() -> HealthRegistry {
        let health = HealthRegistry()
        health.set(.serving)
        return health
    }

    /// Fails to ask, as unavailable.
    private func refused(_ port: Int, host: String = "127.0.0.1", _ security: RPCSecurity) async {
        let error = await #expect(throws: RPCError.self) { try await ask(port, host: host, security) }
        #expect(error?.code == .unavailable)
    }

    @Test(
        "it succeeds by name and by address, with and without client certificates",
        arguments: ["localhost", "127.0.0.1"], [true, false])
    func call(host: String, clients: Bool) async throws {
        let security = try client.security()
        try await withServer(server.security(clients: clients), health: serving()) { port in
            let serves = try await ask(port, host: host, security)
            #expect(serves)
        }
        #expect(server.refusals.isEmpty && client.refusals.isEmpty)
    }

    @Test("a server of an authority that is not trusted is refused")
    func otherAuthority() async throws {
        // The same name, another key.
        let stranger = try TLSRig(TestAuthority().issue(), trusting: authority)
        let security = try client.security()
        try await withServer(stranger.security()) { port in await refused(port, security) }
        #expect(client.refusals.contains(CertificateRefusal.untrusted.rawValue))
    }

    @Test("a server whose certificate is for another host is refused", arguments: ["localhost", "127.0.0.1"])
    func otherHost(host: String) async throws {
        var terms = TestAuthority.Terms()
        terms.hosts = ["history.example", "*.localhost"]
        terms.addresses = [[127, 0, 0, 2]]
        let other = try TLSRig(authority.issue(terms), trusting: authority)
        let security = try client.security()
        try await withServer(other.security()) { port in await refused(port, host: host, security) }
        #expect(client.refusals == [CertificateRefusal.otherHost.rawValue])
    }

    @Test("a server whose certificate has expired is refused")
    func expired() async throws {
        var terms = TestAuthority.Terms()
        terms.validFrom = Date(timeIntervalSinceNow: -48 * 3600)
        terms.validTo = Date(timeIntervalSinceNow: -3600)
        let old = try TLSRig(authority.issue(terms), trusting: authority)
        // It started while its certificate was valid.
        let then = HandMovedTime(at: TimeSource.system.now().advanced(by: .seconds(-24 * 3600)))
        let security = try client.security()
        try await withServer(old.security(then.source)) { port in await refused(port, security) }
        #expect(client.refusals == [CertificateRefusal.expired.rawValue])
    }

    @Test("a certificate that is for clients only is no server's, and the other way round")
    func purpose() async throws {
        var terms = TestAuthority.Terms()
        terms.usages = [.clientAuth]
        let clientOnly = try TLSRig(authority.issue(terms), trusting: authority)
        terms.usages = [.serverAuth]
        let serverOnly = try TLSRig(authority.issue(terms), trusting: authority)
        let security = try client.security()
        try await withServer(clientOnly.security()) { port in await refused(port, security) }
        #expect(client.refusals == [CertificateRefusal.otherPurpose.rawValue])
        let asServer = try serverOnly.security()
        try await withServer(server.security(clients: true)) { port in await refused(port, asServer) }
        #expect(server.refusals == [CertificateRefusal.otherPurpose.rawValue])
    }

    @Test("a client of an authority that the server does not trust is refused, where clients need a certificate")
    func strangeClient() async throws {
        let stranger = try TLSRig(TestAuthority("another").issue(), trusting: authority)
        let security = try stranger.security()
        try await withServer(server.security(clients: true)) { port in await refused(port, security) }
        #expect(server.refusals == [CertificateRefusal.untrusted.rawValue])
        try await withServer(server.security(), health: serving()) { port in
            let serves = try await ask(port, security)
            #expect(serves)
        }
    }

    @Test("a client without a certificate is refused where clients need one", arguments: [true, false])
    func noClientCertificate(clients: Bool) async throws {
        let trusted = try client.credentials().material.authoritiesDER
        try await withServer(server.security(clients: clients), health: serving()) { port in
            let transport = try HTTP2ClientTransport.Posix(
                target: .dns(host: "localhost", port: port),
                transportSecurity: .tls {
                    $0.trustRoots = .certificates(trusted.map { .bytes($0, format: .der) })
                })
            let outcome: RPCError.Code? = try await withGRPCClient(transport: transport) { client in
                do {
                    _ = try await HealthV1Health.Client(wrapping: client).check(HealthV1HealthCheckRequest())
                    return nil
                } catch let error as RPCError {
                    return error.code
                }
            }
            #expect(outcome == (clients ? .unavailable : nil))
        }
    }

    @Test("neither side of plaintext is answered by the other side of TLS")
    func plaintext() async throws {
        let security = try client.security()
        try await withServer(server.security()) { port in await refused(port, .plaintext) }
        try await withServer(.plaintext) { port in await refused(port, security) }
    }
}
