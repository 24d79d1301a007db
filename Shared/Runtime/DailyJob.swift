package import Logging
import ServiceLifecycle
package import SharedDomain

/// Work that is done when the service starts, and once a day from then on. What fails is logged, and tried again the
/// next day.
package struct DailyJob: Service {
    /// From one time to the next.
    package static let interval = Duration.seconds(86_400)

    private let name: String
    private let time: TimeSource
    private let logger: Logger
    private let work: @Sendable () async throws -> Void

    /// - Parameters:
    ///   - name: what it does, as the log names it: `compact the event log`.
    ///   - work: run once at a time.
    package init(
        _ name: String, time: TimeSource, logger: Logger, work: @escaping @Sendable () async throws -> Void
    ) {
        self.name = name
        self.time = time
        self.logger = logger
        self.work = work
    }

    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            do {
                while !Task.isCancelled {
                    await runOnce()
                    try await time.sleep(Self.interval)
                }
            } catch is CancellationError {
                return
            }
        }
    }

    /// Does the work now.
    package func runOnce() async {
        do {
            try await work()
        } catch is CancellationError {
            return
        } catch {
            logger.error(
                "a daily job failed; it is tried again the next time",
                metadata: ["job": "\(name)", "cause": "\(error)"])
        }
    }
}
