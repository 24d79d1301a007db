import Logging
import ServiceLifecycle
import SharedHTTP
import SharedRPC

/// Says that the service serves, once both of its doors are open.
struct ReadinessService: Service {
    let rpc: RPCServer
    let edge: EdgeApplication
    let health: HealthRegistry
    let logger: Logger

    func run() async {
        await announce()
        // It has nothing more to do, and a service that returns would end the others.
        await cancelWhenGracefulShutdown { await Self.untilCancelled() }
        // The first to be stopped: whoever sends requests here learns of it before the doors close.
        health.set(.notServing)
    }

    private func announce() async {
        do {
            let rpcPort = try await rpc.boundPort
            let httpPort = try await edge.boundPort
            health.set(.serving)
            logger.info("ready", metadata: ["http_port": "\(httpPort)", "grpc_port": "\(rpcPort)"])
        } catch {
            // The door that could not be opened ends the process with its own, better reason.
            logger.debug("a door did not open", metadata: ["cause": "\(error)"])
        }
    }

    private static func untilCancelled() async {
        let (stream, _) = AsyncStream.makeStream(of: Never.self)
        for await _ in stream {}
    }
}
