import Foundation
import GRPCCore
import Logging
import SharedContracts
import SharedDomain
import SharedTelemetry
import SharedTesting
import SwiftProtobuf
import Testing

@testable import SharedRPC

@Suite("Certificates that change while a service runs", .timeLimit(.minutes(1)))
struct RotationTests {
    private let before: TestAuthority
    private let after: TestAuthority
    private let server: TLSRig

    init() throws {
        before = try TestAuthority("before")
        after = try TestAuthority("after")
        server = try TLSRig(before.issue(), trusting: before)
    }

    private func client(of own: TestAuthority, trusting trusted: TestAuthority) throws -> RPCSecurity {
        try TLSRig(own.issue(), trusting: trusted).security()
    }

    /// Whether the server accepts a client, and the client the server.
    private func connects(_ port: Int, _ security: RPCSecurity) async throws -> Bool {
        do {
            _ = try await ask(port, security)
            return true
        } catch let error as RPCError where error.code == .unavailable {
            return false
        }
    }

    @Test("new connections use the new certificate, key and authorities; a stream that runs goes on")
    func rotation() async throws {
        let time = HandMovedTime(at: TimeSource.system.now())
        let credentials = try server.credentials(time.source)
        let health = HealthRegistry()
        let old = try client(of: before, trusting: before)
        let new = try client(of: after, trusting: after)
        let security = RPCSecurity.tls(credentials, requiresClientCertificates: true)
        try await withServer(security, health: health) { port in
            let peer = try RPCPeer(name: "rates", host: "127.0.0.1", port: port, methods: [], security: old)
            try await withRunning([peer, credentials]) {
                #expect(try await connects(port, new) == false)
                let seen = try await HealthV1Health.Client(wrapping: peer.client).watch(.init()) { response in
                    var seen: [HealthV1HealthCheckResponse.ServingStatus] = []
                    for try await message in response.messages {
                        seen.append(message.status)
                        if seen.count == 2 { break }
                        try server.write(after.issue())
                        try server.write(after.pem, to: server.files.authorities)
                        for _ in 0..<2 {
                            try await time.waitForSleepers(1)
                            time.advance(by: TLSCredentials.lookInterval)
                        }
                        try await time.waitForSleepers(1)
                        let answered = try await (connects(port, new), connects(port, old))
                        #expect(answered == (true, false))
                        health.set(.serving)
                    }
                    return seen
                }
                #expect(seen == [.notServing, .serving])
            }
        }
        #expect(server.logs.messages(at: .info) == ["new certificates are in use"])
    }

    @Test("a client presents its new certificate and trusts its new authorities, without being made again")
    func clientRotation() async throws {
        let other = try TLSRig(after.issue(), trusting: after)
        let mine = try TLSRig(before.issue(), trusting: before)
        let credentials = try mine.credentials()
        let security = RPCSecurity.tls(credentials, requiresClientCertificates: false)
        try await withServer(other.security(clients: true)) { port in
            let peer = try RPCPeer(name: "rates", host: "127.0.0.1", port: port, methods: [], security: security)
            try await withRunning([peer]) {
                await #expect(throws: RPCError.self) { try await peer.patientlyIsServing() }
                try mine.write(after.issue())
                try mine.write(after.pem, to: mine.files.authorities)
                credentials.look()
                credentials.look()
                // The connection is tried again with a pause of its own.
                try await eventually("the peer is never reached") {
                    do {
                        _ = try await peer.patientlyIsServing()
                        return true
                    } catch is RPCError {
                        return false
                    }
                }
            }
        }
    }

    @Test("what cannot be used leaves the old ones in use, and is logged once a change")
    func broken() async throws {
        let credentials = try server.credentials()
        let first = credentials.certificateExpiry
        let files = server.files
        try server.write("-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----\n", to: files.certificate)
        for _ in 0..<4 { credentials.look() }
        #expect(server.errors.count == 1)
        #expect(server.errors.last?.contains("TEST_CERTIFICATE") == true)

        // The certificate of another key.
        try server.write(after.issue().certificate, to: files.certificate)
        for _ in 0..<4 { credentials.look() }
        #expect(server.errors.count == 2)
        #expect(server.errors.last?.contains("TEST_KEY") == true)

        try FileManager.default.removeItem(atPath: files.key.path)
        for _ in 0..<4 { credentials.look() }
        #expect(server.errors.count == 3)
        #expect(credentials.certificateExpiry == first)

        let security = try client(of: before, trusting: before)
        try await withServer(.tls(credentials, requiresClientCertificates: true)) { port in
            let stillAnswers = try await connects(port, security)
            #expect(stillAnswers)
        }

        var terms = TestAuthority.Terms()
        terms.validTo = Date(timeIntervalSinceNow: 50 * 24 * 3600)
        try server.write(before.issue(terms))
        for _ in 0..<2 { credentials.look() }
        #expect(server.errors.count == 3)
        #expect(credentials.certificateExpiry < first)
    }

    @Test("how long the certificates are valid can be watched")
    func metric() async throws {
        let registry = MetricsRegistry()
        let credentials = try server.credentials()
        credentials.register(in: registry)
        let text = await registry.exposition()
        let name = "rpc_certificate_expiry_timestamp_seconds"
        #expect(text.contains("\(name){certificate=\"own\"} \(credentials.certificateExpiry.seconds)\n"))
        #expect(text.contains("\(name){certificate=\"authority\"} \(credentials.authorityExpiry.seconds)\n"))
    }

    @Test("a change is taken once it has settled")
    func settled() throws {
        let credentials = try server.credentials()
        let first = credentials.certificateExpiry
        var terms = TestAuthority.Terms()
        terms.validTo = Date(timeIntervalSinceNow: 50 * 24 * 3600)
        let pair = try before.issue(terms)
        // The two files come one after the other.
        try server.write(pair.certificate, to: server.files.certificate)
        credentials.look()
        try server.write(pair.key, to: server.files.key)
        credentials.look()
        #expect(credentials.certificateExpiry == first)
        credentials.look()
        #expect(credentials.certificateExpiry < first)
        #expect(server.errors.isEmpty)
    }

    @Test("a certificate that is not valid yet waits until it is")
    func early() throws {
        let time = HandMovedTime(at: TimeSource.system.now())
        let credentials = try server.credentials(time.source)
        var terms = TestAuthority.Terms()
        terms.validFrom = Date(timeIntervalSinceNow: 3600)
        terms.validTo = Date(timeIntervalSinceNow: 40 * 24 * 3600)
        let first = credentials.certificateExpiry
        try server.write(before.issue(terms))
        for _ in 0..<3 { credentials.look() }
        #expect(credentials.certificateExpiry == first)
        #expect(server.errors.count == 1)
        time.advance(by: .seconds(3700))
        credentials.look()
        #expect(credentials.certificateExpiry < first)
    }

    @Test("a certificate that ends soon is warned of at the start and once a day")
    func warning() throws {
        var terms = TestAuthority.Terms()
        terms.validTo = Date(timeIntervalSinceNow: 10 * 24 * 3600)
        try server.write(before.issue(terms))
        let time = HandMovedTime(at: TimeSource.system.now())
        let credentials = try server.credentials(time.source)
        #expect(server.logs.messages(at: .warning).count == 1)
        credentials.look()
        #expect(server.logs.messages(at: .warning).count == 1)
        time.advance(by: .seconds(24 * 3600))
        credentials.look()
        #expect(server.logs.messages(at: .warning).count == 2)
    }
}
