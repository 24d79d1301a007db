import Synchronization

/// Spans on their way to the collector: a bounded number of them, and a bell that rings when it is time to send.
final class SpanQueue: Sendable {
    private struct Content {
        var spans: [FinishedSpan] = []
        var isClosed = false
    }

    /// One element for each time it is worth looking; rings that nobody hears melt into one.
    let bell: AsyncStream<Void>

    private let content = Mutex(Content())
    private let ringing: AsyncStream<Void>.Continuation

    init() {
        (bell, ringing) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Adds a span; false when there is no room or the queue is closed.
    func add(_ span: FinishedSpan) -> Bool {
        let count = content.withLock { content -> Int? in
            guard !content.isClosed, content.spans.count < OTLPLimits.queue else { return nil }
            content.spans.append(span)
            return content.spans.count
        }
        if count == OTLPLimits.batch { ring() }
        return count != nil
    }

    /// Takes the oldest spans, a batch at most; nil when there are none.
    func takeBatch() -> [FinishedSpan]? {
        content.withLock { content in
            guard !content.spans.isEmpty else { return nil }
            let batch = Array(content.spans.prefix(OTLPLimits.batch))
            content.spans.removeFirst(batch.count)
            return batch
        }
    }

    /// Says that it is time to send.
    func ring() {
        ringing.yield()
    }

    /// Takes no more spans, and rings.
    func close() {
        content.withLock { $0.isClosed = true }
        ring()
    }

    var isClosed: Bool { content.withLock { $0.isClosed } }
    var count: Int { content.withLock { $0.spans.count } }
}
