import Foundation
import Logging
import SharedContracts
import SharedDomain
import SharedTesting

@testable import SharedRPC

/// The TLS files of one service of a test.
struct TLSRig {
    let directory: TemporaryDirectory
    let logs = RecordedLogs()

    init(_ pair: TestAuthority.Pair, trusting authority: TestAuthority) throws {
        directory = try TemporaryDirectory()
        try write(pair)
        try write(authority.pem, to: files.authorities)
    }

    var files: TLSFiles {
        TLSFiles(
            certificate: TLSFile(path: directory.file("own.pem"), setting: "TEST_CERTIFICATE"),
            key: TLSFile(path: directory.file("own.key"), setting: "TEST_KEY"),
            authorities: TLSFile(path: directory.file("ca.pem"), setting: "TEST_CA"))
    }

    func write(_ pair: TestAuthority.Pair) throws {
        try write(pair.certificate, to: files.certificate)
        try write(pair.key, to: files.key)
    }

    func write(_ text: String, to file: TLSFile) throws {
        try Data(text.utf8).write(to: URL(filePath: file.path), options: .atomic)
    }

    func credentials(_ time: TimeSource = .system) throws -> TLSCredentials {
        try TLSCredentials(files: files, time: time, logger: logs.logger)
    }

    func security(_ time: TimeSource = .system, clients: Bool = false) throws -> RPCSecurity {
        .tls(try credentials(time), requiresClientCertificates: clients)
    }

    /// Why certificates were refused here.
    var refusals: [String] {
        logs.lines.filter { $0.message == "a certificate was refused" }.compactMap { $0.metadata["reason"] }
    }

    var errors: [String] { logs.lines.filter { $0.level == .error }.compactMap { $0.metadata["cause"] } }
}

/// Runs a server that speaks TLS, or not, while `body` does.
@discardableResult
func withServer<Result: Sendable>(
    _ security: RPCSecurity, health: HealthRegistry = HealthRegistry(),
    _ body: @escaping @Sendable (_ port: Int) async throws -> Result
) async throws -> Result {
    let server = RPCServer(
        settings: RPCServer.Settings(
            host: "127.0.0.1", port: 0, portSetting: "TEST_GRPC_PORT", security: security),
        services: [], health: health, logger: RecordedLogs().logger)
    return try await withRunning([server]) { try await body(try await server.boundPort) }
}

/// Asks a server for its health over a connection of its own.
func ask(_ port: Int, host: String = "127.0.0.1", _ security: RPCSecurity) async throws -> Bool {
    let peer = try RPCPeer(name: "rates", host: host, port: port, methods: [], security: security)
    return try await withRunning([peer]) { try await peer.patientlyIsServing() }
}
