/// What becomes of spans, counted.
struct OTLPMetrics: Sendable {
    /// Taken by the collector.
    let exported: Counter
    /// Found no room in the queue, or came after the end.
    let dropped: Counter
    /// Sent in vain, or rejected.
    let failed: Counter
    /// Requests that were answered well.
    let accepted: Counter
    /// Requests that failed in a way that may pass.
    let retryable: Counter
    /// Requests that failed for good.
    let refused: Counter

    init(in registry: MetricsRegistry, queue: SpanQueue) {
        exported = registry.counter("otel_spans_exported_total", "Spans that the collector took.").with()
        dropped = registry.counter("otel_spans_dropped_total", "Spans that found no room in the queue.").with()
        failed = registry.counter("otel_spans_failed_total", "Spans that were sent in vain or rejected.").with()
        let requests = registry.counter(
            "otel_export_requests_total", "Requests to the collector by outcome.", labels: ["outcome"])
        accepted = requests.with("accepted")
        retryable = requests.with("retryable")
        refused = requests.with("refused")
        registry.collect("otel_spans_queued", "Spans that wait for being sent.", kind: .gauge) {
            [MetricSample(value: Double(queue.count))]
        }
    }
}
