/// Where spans go when they end.
package protocol SpanExporter: Sendable {
    /// Takes a span. Never waits, and keeps a bounded number of them.
    func export(_ span: FinishedSpan)
}

/// Keeps nothing.
struct NoExporter: SpanExporter {
    func export(_ span: FinishedSpan) {}
}
