import SharedDomain
import SharedHTTP
import SharedTelemetry
import Synchronization

/// The changes of the latest rates, for whoever listens.
///
/// States of the rates follow one another: a new one after each commit that changes a rate, and when time makes one
/// stale, which is looked for with each heartbeat and whenever somebody begins. The last `statesKept` are kept. A
/// subscriber has only its place among them; it gets every step from there, none twice, none left out. Nothing is queued
/// for it: one that has not taken a step when that is dropped is cut off, and begins anew.
final class RateStream: Sendable {
    /// Thrown to a subscriber that did not keep up.
    struct FellBehind: Error {}

    /// How many states are kept: of some days, and enough for the batches of a source's whole past that follow each
    /// other.
    static let statesKept = 64
    /// How often everyone gets a heartbeat.
    static let heartbeatInterval = Duration.seconds(15)
    /// How many may listen at one time unless told.
    static let usualMaximum = 10_000

    let figures: StreamFigures
    /// Where the time comes from, that of heartbeats too.
    let time: TimeSource

    private let layers: RateLayers
    private let maximumSubscribers: Int
    private let snapshots = SnapshotTexts()
    private let state: Mutex<Listening>

    private struct Listening {
        var subscribers: Subscribers
        /// The version of the rates that was looked at last.
        var version: AnswerVersion?

        /// Adds the state of these rates, if it is another one than the newest.
        mutating func note(_ rates: RatesSnapshot, at now: Instant) -> Subscribers.Concerned {
            let version = rates.version(at: now)
            guard version != self.version else { return Subscribers.Concerned() }
            self.version = version
            let state = RateState(rates, at: now)
            guard state.id != subscribers.ring.newest?.id else { return Subscribers.Concerned() }
            return subscribers.publish(state)
        }
    }

    /// Follows what `layers` hold in memory.
    /// - Parameters:
    ///   - maximumSubscribers: How many may listen at one time, over HTTP and gRPC together.
    ///   - statesKept: How far behind a subscriber may be.
    init(
        layers: RateLayers, time: TimeSource, metrics: MetricsRegistry = MetricsRegistry(),
        maximumSubscribers: Int = RateStream.usualMaximum, statesKept: Int = RateStream.statesKept
    ) {
        self.layers = layers
        self.time = time
        self.maximumSubscribers = maximumSubscribers
        figures = StreamFigures(metrics)
        state = Mutex(Listening(subscribers: Subscribers(capacity: statesKept)))
        layers.holdings.observe { [weak self] in self?.look() }
        look()
    }

    /// How many listen.
    var subscriberCount: Int { state.withLock { $0.subscribers.count } }

    /// Begins to listen: after the state of that name if it is still known, else with a snapshot.
    /// - Throws: `DATA_NOT_READY` when no layer has rates, too many listen, or the service stops; `NOT_FOUND` when there
    ///   is no rate of the base.
    func open(
        _ question: StreamQuestion, after id: String?, over transport: StreamTransport
    ) async throws(ServiceError) -> OpenedStream {
        let contents = try await layers.current().contents
        look(otherwise: contents.rates)
        let (number, newest, isResumed) = try state.withLock { (state) throws(ServiceError) in
            try add(after: id, &state.subscribers)
        }
        figures.subscribers(transport).add(1)
        // From here on it is removed when nobody holds it.
        let subscription = RateSubscription(self, number, question, transport)
        // Says what is wrong with the base, also to one who needs no snapshot.
        if !newest.rates.holds(question.money.base) {
            _ = try LatestRates.answer(question.latest, from: newest.rates, at: newest.moment)
        }
        return OpenedStream(subscription: subscription, snapshot: isResumed ? nil : newest)
    }

    /// The snapshot of a state as text, with ages as of now.
    func text(of state: RateState, for question: StreamQuestion) throws(ServiceError) -> StreamText {
        try snapshots.text(of: state, for: question, at: max(time.now(), state.moment))
    }

    /// The snapshot of a state as an answer, with ages as of now.
    func answer(of state: RateState, for question: StreamQuestion) throws(ServiceError) -> LatestAnswer {
        try LatestRates.answer(question.latest, from: state.rates, at: max(time.now(), state.moment))
    }

    /// Looks whether the rates have changed, or time has made one stale.
    func look() {
        look(otherwise: nil)
    }

    /// Lets everyone have a heartbeat.
    func beat() {
        look()
        tell(state.withLock { $0.subscribers.beat() })
    }

    /// Ends every subscription, and lets nobody begin any more.
    func close() {
        tell(state.withLock { $0.subscribers.close() })
    }

    /// - Parameter rates: what to begin with while memory is empty.
    private func look(otherwise rates: RatesSnapshot?) {
        // Memory is read within the lock: who comes later has read what is at least as new.
        let concerned = state.withLock { state in
            if let held = layers.holdings.inMemory?.rates, !held.isEmpty { return state.note(held, at: time.now()) }
            guard let rates, state.subscribers.ring.newest == nil else { return Subscribers.Concerned() }
            return state.note(rates, at: time.now())
        }
        tell(concerned)
    }

    private func tell(_ concerned: Subscribers.Concerned) {
        for waiter in concerned.waiting { waiter.resume() }
        for call in concerned.calls { call() }
        figures.dropped.add(concerned.droppedCount)
        for drop in concerned.dropped { drop() }
    }

    private func add(
        after id: String?, _ subscribers: inout Subscribers
    ) throws(ServiceError) -> (number: Int, newest: RateState, isResumed: Bool) {
        guard !subscribers.isClosed else { throw .dataNotReady("The service is stopping; try again.") }
        guard subscribers.count < maximumSubscribers else {
            throw .dataNotReady(
                "\(maximumSubscribers) streams are open, which is the most there may be; try again later.")
        }
        guard let newest = subscribers.ring.newest else { throw .dataNotReady("No exchange rates are held yet.") }
        let known = id.flatMap(subscribers.ring.number)
        return (subscribers.add(at: known ?? subscribers.ring.newestNumber), newest, known != nil)
    }
}

// MARK: - For subscriptions

extension RateStream {
    /// What comes next for a subscriber, as soon as there is something; nil when it has ended.
    ///
    /// Throws `FellBehind`, or `CancellationError`.
    func next(for id: Int) async throws -> StreamDelivery? {
        while true {
            switch take(id) {
            case .step(let step): return .step(step)
            case .heartbeat: return .heartbeat
            case .ended: return nil
            case .fellBehind: throw FellBehind()
            case .nothing: try await wait(for: id)
            }
        }
    }

    /// What there is for a subscriber now.
    func take(_ id: Int) -> Subscribers.Next {
        state.withLock { $0.subscribers.take(id) }
    }

    /// Has `onReady` called whenever there is something again after `take` had nothing for the subscriber.
    func setReady(_ id: Int, _ onReady: @escaping @Sendable () -> Void) {
        state.withLock { $0.subscribers.setReady(id, onReady) }
    }

    /// Ends a subscription.
    func remove(_ id: Int) {
        state.withLock { $0.subscribers.remove(id) }?.resume()
    }

    /// Has `onDrop` called if the subscriber falls behind: at once, if it has.
    func setDrop(_ id: Int, _ onDrop: @escaping @Sendable () -> Void) {
        if !state.withLock({ $0.subscribers.setDrop(id, onDrop) }) { onDrop() }
    }

    private func wait(for id: Int) async throws {
        await withTaskCancellationHandler {
            await withCheckedContinuation { (waiter: Subscribers.Waiter) in
                let waits = state.withLock { state in
                    !Task.isCancelled && state.subscribers.wait(id, waiter)
                }
                if !waits { waiter.resume() }
            }
        } onCancel: {
            state.withLock { $0.subscribers.takeWaiter(id) }?.resume()
        }
        try Task.checkCancellation()
    }
}
