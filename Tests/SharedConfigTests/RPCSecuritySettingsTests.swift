import Foundation
import Testing

@testable import SharedConfig

@Suite("the protection of gRPC")
struct RPCSecuritySettingsTests {
    private static let files = [
        "GRPC_TLS_CERTIFICATE_FILE": "/tls/own.pem", "GRPC_TLS_KEY_FILE": "/tls/own.key",
        "GRPC_TLS_CA_FILE": "/tls/ca.pem",
    ]

    private func config(_ environment: [String: String]) throws(ConfigurationProblems) -> RPCSecurityConfig {
        try RPCSecurityConfig(
            SettingsReader(environment: environment).read(SettingsCatalog([RPCSecuritySettings.group])))
    }

    private func names(_ work: () throws(ConfigurationProblems) -> Void) -> [String] {
        do {
            try work()
            return []
        } catch {
            return error.problems.map(\.name)
        }
    }

    @Test("with nothing set it is plaintext, within this machine")
    func defaults() throws {
        #expect(try config([:]) == RPCSecurityConfig(files: nil, clientCertificates: .off, plaintext: .loopback))
    }

    @Test("three files make TLS, and clients may have to present a certificate")
    func given() throws {
        let config = try config(
            Self.files.merging(["GRPC_TLS_CLIENT_CERTIFICATES": "required", "GRPC_PLAINTEXT": "anywhere"]) { $1 })
        #expect(config.files?.certificate.path == "/tls/own.pem")
        #expect(config.files?.key.path == "/tls/own.key")
        #expect(config.files?.authorities.path == "/tls/ca.pem")
        #expect(config.clientCertificates == .required)
        #expect(config.plaintext == .anywhere)
    }

    @Test("a file that is missing to the others is asked for", arguments: files.keys.sorted())
    func incomplete(_ missing: String) {
        let named = names { () throws(ConfigurationProblems) in
            _ = try config(Self.files.filter { $0.key != missing })
        }
        #expect(named == [missing])
    }

    @Test("client certificates need all three files")
    func mutualWithoutFiles() {
        let named = names { () throws(ConfigurationProblems) in
            _ = try config(["GRPC_TLS_CLIENT_CERTIFICATES": "required"])
        }
        #expect(Set(named) == Set(Self.files.keys))
    }

    @Test(
        "plaintext within this machine needs no word",
        arguments: ["127.0.0.1", "127.9.9.9", "::1", "localhost", "LOCALHOST", "api.localhost", "::ffff:127.0.0.1"])
    func loopback(_ host: String) throws {
        let address = try #require(PeerAddress(host: host, port: 9001))
        try RPCSecurityConfig().requireProtection(bindHost: "127.0.0.1", peers: [("HISTORY_ADDRESS", address)])
        #expect(HostText.isLoopback(host))
    }

    @Test(
        "plaintext beyond it is refused, naming the setting and what to set",
        arguments: [
            "0.0.0.0", "::", "10.0.0.1", "128.0.0.1", "history", "localhost.example.com", "::ffff:10.0.0.1", "::2",
        ])
    func beyond(_ host: String) throws {
        let address = try #require(PeerAddress(host: host, port: 9001))
        let plaintext = RPCSecurityConfig()
        let refused = #expect(throws: ConfigurationProblems.self) {
            try plaintext.requireProtection(bindHost: "0.0.0.0", peers: [("HISTORY_ADDRESS", address)])
        }
        #expect(refused?.problems.map(\.name) == ["BIND_HOST", "HISTORY_ADDRESS"])
        #expect(refused?.description.contains("GRPC_PLAINTEXT=anywhere") == true)
        #expect(refused?.description.contains("GRPC_TLS_CERTIFICATE_FILE") == true)
        let allowed = RPCSecurityConfig(plaintext: .anywhere)
        try allowed.requireProtection(bindHost: "0.0.0.0", peers: [("HISTORY_ADDRESS", address)])
        let protected = try config(Self.files)
        try protected.requireProtection(bindHost: "0.0.0.0", peers: [("HISTORY_ADDRESS", address)])
    }
}
