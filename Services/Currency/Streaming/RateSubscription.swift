import SharedDomain
import SharedTelemetry
import Synchronization

/// What a subscriber is sent.
enum StreamDelivery: Sendable {
    case step(RateStep)
    case heartbeat
}

/// A subscription, and what it begins with. To be let go of once that is sent: a state is much to keep.
struct OpenedStream: Sendable {
    let subscription: RateSubscription
    /// The state to begin with; nil where the changes after a state that is known follow.
    let snapshot: RateState?
}

/// One who listens to the rates. Ends when it is told to, or when nobody holds it any more.
final class RateSubscription: Sendable {
    let question: StreamQuestion

    private let stream: RateStream
    private let id: Int
    private let transport: StreamTransport

    /// For `RateStream`, which has added it.
    init(
        _ stream: RateStream, _ id: Int, _ question: StreamQuestion, _ transport: StreamTransport
    ) {
        self.stream = stream
        self.id = id
        self.question = question
        self.transport = transport
    }

    /// What comes next, as soon as there is something; nil when it has ended. For one task at a time.
    ///
    /// Throws `RateStream.FellBehind`, or `CancellationError`.
    func next() async throws -> StreamDelivery? {
        try await stream.next(for: id)
    }

    /// What there is now, without waiting.
    func takeNow() -> Subscribers.Next {
        stream.take(id)
    }

    /// Has `ready` called, from any thread, whenever there is something again after `takeNow` had nothing.
    func onReady(_ ready: @escaping @Sendable () -> Void) {
        stream.setReady(id, ready)
    }

    /// Has `drop` called if it falls behind, from any thread: at once, if it has. To be called once.
    func onDrop(_ drop: @escaping @Sendable () -> Void) {
        stream.setDrop(id, drop)
    }

    /// Ends it, from any thread.
    func end() {
        stream.remove(id)
    }

    deinit {
        stream.remove(id)
        stream.figures.subscribers(transport).add(-1)
    }
}
