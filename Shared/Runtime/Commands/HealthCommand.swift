import ArgumentParser
import GRPCCore
import SharedConfig
import SharedDomain
import SharedRPC

/// Asks the service that runs with these settings whether it serves: exit 0 or 1. What a container's health check runs.
struct HealthCommand<Hosted: HostedService>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "health", abstract: "Ask the running service whether it serves; exit 0 if it does, else 1.")
    }

    func run() async throws {
        let host = Hosted.hostConfig(of: try Startup.config(of: Hosted.self))
        let peer = try Startup.refusing(by: Hosted.identity) {
            try RPCPeer.ownServer(
                name: Hosted.identity.name, boundHost: host.common.bindHost, port: host.listen.grpcPort,
                security: try RPCSecurity.make(
                    host.rpcSecurity, time: .system, logger: Startup.logger(of: Hosted.identity, host.common)))
        }
        let serves = await asks(peer)
        print(serves ? "serving" : "not serving")
        if !serves { throw ExitCode.failure }
    }

    private func asks(_ peer: RPCPeer) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                do {
                    try await peer.client.runConnections()
                } catch {
                    Startup.complain("no connection: \(error)")
                }
                return false
            }
            group.addTask {
                do {
                    return try await peer.isServing()
                } catch {
                    Startup.complain("no answer: \(error)")
                    return false
                }
            }
            let answer = await group.next() ?? false
            peer.client.beginGracefulShutdown()
            group.cancelAll()
            return answer
        }
    }
}
