import AsyncHTTPClient
package import Logging
package import SharedDomain
import Synchronization

/// Sends spans to a collector, in batches and in the background. The work that makes spans never waits for it, and when
/// the collector is slow or away spans are lost rather than memory (`OTLPLimits`).
package final class OTLPExporter: SpanExporter {
    private let endpoint: OTLPEndpoint
    private let logger: Logger
    private let time: TimeSource
    private let queue = SpanQueue()
    private let metrics: OTLPMetrics
    /// Ends when `stop` is called.
    private let stopSignal: AsyncStream<Void>
    private let stopping: AsyncStream<Void>.Continuation
    /// So that a collector that is away for a day makes two log lines.
    private let isFailing = Mutex(false)

    /// An exporter to a collector; nothing is sent before `run`.
    package init(
        endpoint: OTLPEndpoint, metrics: MetricsRegistry, logger: Logger, time: TimeSource = .system
    ) {
        self.endpoint = endpoint
        self.logger = logger
        self.time = time
        self.metrics = OTLPMetrics(in: metrics, queue: queue)
        (stopSignal, stopping) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Takes a span, or drops and counts it.
    package func export(_ span: FinishedSpan) {
        if !queue.add(span) { metrics.dropped.add() }
    }

    /// Sends until `stop` is called or the task is cancelled; to be called once.
    ///
    /// - Throws: when the client cannot be shut down.
    package func run() async throws {
        try await HTTPClient.withHTTPClient(configuration: OTLPClient.configuration) { client in
            let collector = OTLPClient(client, endpoint: endpoint, time: time)
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.sendAll(to: collector) }
                group.addTask { await self.ringRegularly() }
                group.addTask { await self.limitFlush() }
                await group.next()
                group.cancelAll()
            }
        }
        queue.close()
        while let rest = queue.takeBatch() { metrics.dropped.add(rest.count) }
    }

    /// Ends `run` when what waits is sent, after `OTLPLimits.flush` at the latest.
    package func stop() {
        queue.close()
        stopping.finish()
    }

    private func sendAll(to collector: OTLPClient) async {
        for await _ in queue.bell {
            while !Task.isCancelled, let batch = queue.takeBatch() { await send(batch, to: collector) }
            if queue.isClosed { return }
        }
    }

    private func ringRegularly() async {
        do {
            while true {
                try await time.sleep(OTLPLimits.interval)
                queue.ring()
            }
        } catch {
            // Cancelled, and with it everything else that runs here.
            return
        }
    }

    private func limitFlush() async {
        for await _ in stopSignal {}
        await sleep(for: OTLPLimits.flush)
    }

    /// Sends one batch, again where that may help. Meanwhile the queue fills, and what finds no room is dropped.
    private func send(_ batch: [FinishedSpan], to collector: OTLPClient) async {
        let body = OTLPBody.json(batch)
        var pause = OTLPLimits.firstPause
        for attempt in 1...OTLPLimits.attempts where !Task.isCancelled {
            let outcome = await collector.post(body, spanCount: batch.count)
            guard !Task.isCancelled else { break }
            switch outcome {
            case .taken(let rejected):
                metrics.accepted.add()
                metrics.exported.add(batch.count - rejected)
                metrics.failed.add(rejected)
                return report(rejected == 0 ? nil : "\(rejected) of \(batch.count) spans were rejected")
            case .refused(let cause):
                metrics.refused.add()
                metrics.failed.add(batch.count)
                return report(cause)
            case .tryAgain(let wish, let cause):
                metrics.retryable.add()
                report(cause)
                // Spread, so that services that failed together do not come back together.
                let wait = wish ?? pause * Double.random(in: 0.5...1)
                pause = pause * 2
                if attempt < OTLPLimits.attempts { await sleep(for: min(wait, OTLPLimits.longestPause)) }
            }
        }
        metrics.failed.add(batch.count)
    }

    /// Waits so long, or until the task is cancelled.
    private func sleep(for duration: Duration) async {
        do { try await time.sleep(duration) } catch { return }
    }

    /// Logs the first failure and the first success after it.
    private func report(_ problem: String?) {
        let hasChanged = isFailing.withLock { failing in
            defer { failing = problem != nil }
            return failing != (problem != nil)
        }
        guard hasChanged else { return }
        if let problem {
            logger.warning("spans do not reach the collector", metadata: ["cause": "\(problem)"])
        } else {
            logger.info("spans reach the collector again")
        }
    }
}
