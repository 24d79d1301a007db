import NIOCore
import SharedTelemetry

/// `GET /metrics`: the figures of the service as Prometheus reads them.
struct MetricsRoute {
    let metrics: MetricsRegistry

    var route: Route {
        Route(
            .get, "/metrics", summary: "The figures of the service, in Prometheus' text format.",
            answers: .media(MetricsRegistry.contentType, "Every figure with its help and its type."), isProbe: true,
            handler: { _ in
                EdgeReply.bytes(
                    ByteBuffer(string: await metrics.exposition()), mediaType: MetricsRegistry.contentType)
            })
    }
}
