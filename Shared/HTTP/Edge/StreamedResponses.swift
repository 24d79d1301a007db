import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import SharedTelemetry

/// Writes the bodies that are streamed, and counts them.
struct StreamedResponses: Sendable {
    /// Thrown when an answer is handed over to its connection, to end the task that served it: nothing has failed.
    struct HandedOver: Error {}

    /// The connections that answers were handed over to.
    let handedOver = HandedOverConnections()

    private let figures: Figures
    private let logger: Logger

    private final class Figures: Sendable {
        let open: GaugeFamily
        let sent: Counter

        init(_ metrics: MetricsRegistry) {
            open = metrics.gauge(
                "http_server_streams", "Answers whose body is being written piece by piece.", labels: ["route"])
            sent = EdgeMetrics.responseBytes(metrics)
        }
    }

    init(_ metrics: MetricsRegistry, _ logger: Logger) {
        figures = Figures(metrics)
        self.logger = logger
    }

    /// What writes the body on a connection. It lives as long as the body: it holds nothing of the request.
    func body(
        _ stream: StreamedBody, in coding: ContentCoding, _ route: CompiledRoute, _ channel: any Channel
    ) -> ResponseBody {
        ResponseBody { [self] connection in
            let open = figures.open.with(route.route.path)
            let isConnected = ClientPresence.current != nil
            var writer = StreamWriter(
                connection, in: coding, on: isConnected ? channel.eventLoop : nil, sent: figures.sent)
            open.add(1)
            if case .endless(let body) = stream, isConnected {
                channel.closeFuture.whenComplete { [source = body.source] _ in
                    source.end()
                    open.add(-1)
                }
                try await writer.write(body.beginning())
                handOver(body.source, to: channel)
                throw HandedOver()
            }
            defer { open.add(-1) }
            if isConnected { ReadingInSteps.ask(of: channel) }
            do {
                switch stream {
                case .finite(let write): try await write(&writer)
                case .endless(let body): try await body.write(to: &writer)
                }
                try await writer.finish()
            } catch  where error is ClientPresence.Gone || error is CancellationError {
                throw error
            } catch {
                logger.error("a streamed answer was cut off", metadata: ["cause": "\(String(reflecting: error))"])
                throw error
            }
        }
    }

    /// From here on the connection feeds the answer itself.
    private func handOver(_ source: any PushSource, to channel: any Channel) {
        handedOver.add(channel)
        // A connection that was accepted just when the server stopped has not been told.
        if Task.isShuttingDownGracefully { source.end() }
        let feed = PushedFeed(source: source, sent: figures.sent, logger: logger)
        channel.pipeline.fireUserInboundEventTriggered(ConnectionEvent.handedOver(feed))
    }
}

extension EndlessBody {
    /// Writes it where there is no connection that could be fed.
    fileprivate func write(to writer: inout StreamWriter) async throws {
        defer { source.end() }
        let (calls, call) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        try await writer.write(beginning())
        source.begin(onReady: { call.yield() }, onCutOff: { call.finish() })
        call.yield()
        for await _ in calls {
            while true {
                let pushed = try source.take()
                if case .ended = pushed { return }
                guard case .bytes(let bytes) = pushed else { break }
                try await writer.write(bytes)
            }
        }
    }
}
