import Logging
import ServiceLifecycle
import SharedDomain

/// Collects now and then at every interval, one run after the other, until stopped.
struct CollectionScheduler: Service {
    let collector: Collector
    let interval: Duration
    let time: TimeSource
    let logger: Logger

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let begun = time.now()
                do {
                    _ = try await collector.collect(.scheduler)
                } catch is CancellationError {
                    return
                } catch {
                    logger.error(
                        "a collection was given up; the next one begins afresh", metadata: ["cause": "\(error)"])
                }
                do {
                    try await time.sleep(max(.zero, interval - begun.duration(to: time.now())))
                } catch is CancellationError {
                    return
                }
            }
        }
    }
}
