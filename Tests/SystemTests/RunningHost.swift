import Logging
import SharedConfig
import SharedRuntime
import SharedTesting

/// A service of the system under test, running until it is stopped.
struct RunningHost {
    let host: ServiceHost
    let httpPort: Int
    let rpcPort: Int
    private let task: Task<Void, any Error>

    /// Puts a service together and runs it until its doors are open.
    init<Hosted: HostedService>(
        _ service: Hosted.Type, _ config: Hosted.Config, _ environment: HostEnvironment
    ) async throws {
        let host = try await Hosted.host(config, environment)
        task = Task { try await host.run() }
        self.host = host
        httpPort = try await host.httpPort
        rpcPort = try await host.rpcPort
    }

    /// Where peers find it.
    var address: PeerAddress {
        get throws {
            guard let address = PeerAddress(host: "127.0.0.1", port: rpcPort) else {
                throw TestFailure("\(rpcPort) is no port")
            }
            return address
        }
    }

    /// Stops it and waits until it has ended.
    func stop() async throws {
        await host.stop()
        try await task.value
    }
}
