import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import SharedTelemetry

/// Writes the bodies that are streamed, and counts them.
struct StreamedResponses: Sendable {
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
    func body(_ stream: StreamedBody, _ route: CompiledRoute, _ channel: any Channel) -> ResponseBody {
        ResponseBody { [figures, logger] connection in
            let open = figures.open.with(route.route.path)
            let presence = ClientPresence.current
            let breakOff: @Sendable () -> Void = { Self.close(channel) }
            var writer = StreamWriter(
                connection, on: presence == nil ? nil : channel.eventLoop, sent: figures.sent, breakOff: breakOff)
            open.add(1)
            defer { open.add(-1) }
            if let onEnd = stream.onEnd {
                presence?.beginEndless(onEnd, on: channel)
                // A connection that was accepted just when the server stopped has not been told.
                if Task.isShuttingDownGracefully { onEnd() }
            }
            defer { if stream.onEnd != nil { presence?.finishEndless() } }
            do {
                try await stream.write(&writer)
                try await writer.finish()
            } catch let error as StreamWriter.BrokenOff {
                breakOff()
                throw error
            } catch  where error is ClientPresence.Gone || error is CancellationError {
                throw error
            } catch {
                logger.error("a streamed answer was cut off", metadata: ["cause": "\(String(reflecting: error))"])
                throw error
            }
        }
    }

    private static func close(_ channel: any Channel) {
        channel.pipeline.fireUserInboundEventTriggered(ConnectionEvent.abandoned)
        channel.close(promise: nil)
    }
}
