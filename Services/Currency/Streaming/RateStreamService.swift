import ServiceLifecycle
import SharedDomain

/// Gives the streams of rates their heartbeats, one timer for all, and ends them when the service stops.
struct RateStreamService: Service {
    let stream: RateStream

    func run() async throws {
        defer { stream.close() }
        try await cancelWhenGracefulShutdown {
            do {
                while true {
                    try await stream.time.sleep(RateStream.heartbeatInterval)
                    stream.beat()
                }
            } catch is CancellationError {
                // The service stops.
            }
        }
    }
}
