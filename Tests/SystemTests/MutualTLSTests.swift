import Foundation
import SharedConfig
import SharedDomain
import SharedRPC
import SharedTesting
import Testing

@Suite("Services that call each other over TLS", .timeLimit(.minutes(10)), .serialized)
struct MutualTLSTests {
    @Test("with certificates on both sides everything arrives, and nobody gets in without one")
    func everythingArrives() async throws {
        try await withSystem { system in
            var secured = system
            // The certificates are of today.
            secured.time = .system
            secured.rpcSecurity = try certificates(in: system.directory)
            let loaded = try await LoadedSystem(secured)
            let rates = try await Web.get(loaded.currency.httpPort, "/api/v1/currencies/latest?symbols=USD")
            #expect(rates.body.contains("1335.266738"))
            _ = try await Web.post(
                loaded.ranking.httpPort, "/api/v1/rankings/selections", json: #"{"user_id":"u1","country_code":"JP"}"#)
            try await eventually(within: .seconds(30), "the ranking has rates over TLS") {
                try await Web.get(loaded.ranking.httpPort, "/api/v1/rankings?period=daily").body
                    .contains("8.491347905")
            }
            let stranger = try RPCPeer(
                name: "currency", host: "127.0.0.1", port: loaded.currency.rpcPort, methods: [])
            #expect(await !serves(stranger))
            try await loaded.stop()
        }
    }

    /// The certificates that people make to try it.
    private func certificates(in directory: TemporaryDirectory) throws -> RPCSecurityConfig {
        let folder = directory.file("certificates")
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let script = Process()
        script.executableURL = URL(filePath: "/bin/bash")
        script.arguments = [root.appending(path: "infrastructure/local/certificates.sh").path, folder]
        script.standardOutput = FileHandle.nullDevice
        try script.run()
        script.waitUntilExit()
        guard script.terminationStatus == 0 else { throw TestFailure("the certificates were not made") }
        func file(_ name: String) -> URL { URL(filePath: folder).appending(path: name) }
        return RPCSecurityConfig(
            files: RPCSecurityConfig.Files(
                certificate: file("service.pem"), key: file("service.key"), authorities: file("ca.pem")),
            clientCertificates: .required)
    }

    /// Whether a peer says that it serves, asked once.
    private func serves(_ peer: RPCPeer) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                do {
                    try await peer.run()
                } catch {
                    // No connection is one of the answers.
                    return false
                }
                return false
            }
            group.addTask {
                do {
                    return try await peer.isServing()
                } catch {
                    return false
                }
            }
            let answer = await group.next() ?? false
            group.cancelAll()
            return answer
        }
    }
}
