import Foundation
import Logging
import SharedConfig
import SharedDatabase
import SharedRPC
import SharedRuntime
import SharedTesting

/// A service without anything of its own, in a folder of its own.
struct HostRig {
    let directory: TemporaryDirectory
    let listen: ListenConfig

    init(listen: ListenConfig = ListenConfig()) throws {
        directory = try TemporaryDirectory()
        self.listen = listen
    }

    func host(job: (@Sendable () async throws -> Void)? = nil) async throws -> ServiceHost {
        let config = HostConfig(
            common: CommonConfig(dataDirectory: URL(filePath: directory.path, directoryHint: .isDirectory)),
            listen: listen)
        let environment = HostEnvironment(logger: RecordedLogs().logger)
        let tools = try await ServiceTools(.currency, config, environment)
        let store = try tools.openStore(migrations: [])
        return try ServiceHost(tools, store: store, job: job, report: { ServiceReport() })
    }

    /// Runs a host while `body` does, and stops it as an operator would.
    func running(_ host: ServiceHost, _ body: () async throws -> Void) async throws {
        let run = Task { try await host.run() }
        do {
            try await body()
        } catch {
            await host.stop()
            throw error
        }
        await host.stop()
        try await run.value
    }

    /// Asks the health service through a connection of its own.
    func isServing(_ peer: RPCPeer) async throws -> Bool {
        try await withThrowingTaskGroup(of: Bool?.self) { group in
            group.addTask {
                try await peer.run()
                return nil
            }
            group.addTask { try await peer.isServing() }
            while let answer = try await group.next() {
                guard let answer else { continue }
                group.cancelAll()
                return answer
            }
            return false
        }
    }
}
