/// Who listens, and how far each has come. A subscriber is a place in the ring and, while it waits, a task to wake, or
/// somebody to call.
struct Subscribers: Sendable {
    typealias Waiter = CheckedContinuation<Void, Never>

    /// What there is for a subscriber now.
    enum Next: Sendable {
        case step(RateStep)
        case heartbeat
        /// Nothing yet.
        case nothing
        /// It came too late for the next step.
        case fellBehind
        /// It has ended.
        case ended
    }

    /// Whom a change concerns, to be told without any lock.
    struct Concerned: Sendable {
        var waiting: [Waiter] = []
        /// How those are called who wait without a task.
        var calls: [@Sendable () -> Void] = []
        /// How those who fell behind are cut off.
        var dropped: [@Sendable () -> Void] = []
        var droppedCount = 0
    }

    private struct Subscriber {
        /// The number of the last state that it has.
        var place: Int
        /// The number of the last heartbeat that it has.
        var beat: Int
        var waiter: Waiter?
        /// Called when there is something again after it got nothing.
        var onReady: (@Sendable () -> Void)?
        var hasGotNothing = false
        var onDrop: (@Sendable () -> Void)?
        var isDropped = false
    }

    private(set) var ring: StateRing
    private var subscribers: [Int: Subscriber] = [:]
    private var lastID = 0
    private var beats = 0
    private(set) var isClosed = false

    init(capacity: Int) {
        ring = StateRing(capacity: capacity)
    }

    /// How many there are.
    var count: Int { subscribers.count }

    /// Adds a state. Wakes who waits, and drops those who have fallen out of the ring.
    mutating func publish(_ state: RateState) -> Concerned {
        ring.append(state)
        var concerned = takeWaiting()
        for (id, subscriber) in subscribers where !subscriber.isDropped && !ring.canFollow(subscriber.place) {
            subscribers[id]?.isDropped = true
            subscribers[id]?.onDrop = nil
            concerned.droppedCount += 1
            if let onDrop = subscriber.onDrop { concerned.dropped.append(onDrop) }
        }
        return concerned
    }

    /// Lets everyone have a heartbeat; one who has not taken the last one gets no second.
    mutating func beat() -> Concerned {
        beats += 1
        return takeWaiting()
    }

    /// Ends everyone, and lets nobody begin any more.
    mutating func close() -> Concerned {
        isClosed = true
        defer { subscribers = [:] }
        return takeWaiting()
    }

    /// Adds a subscriber that has the state of that number.
    mutating func add(at place: Int) -> Int {
        lastID += 1
        subscribers[lastID] = Subscriber(place: place, beat: beats)
        return lastID
    }

    /// Removes a subscriber, if it is there; who waits for it, to be woken.
    mutating func remove(_ id: Int) -> Waiter? {
        subscribers.removeValue(forKey: id)?.waiter
    }

    /// Notes how a subscriber is cut off when it falls behind; false where that has happened already.
    mutating func setDrop(_ id: Int, _ onDrop: @escaping @Sendable () -> Void) -> Bool {
        guard let subscriber = subscribers[id] else { return true }
        guard !subscriber.isDropped else { return false }
        subscribers[id]?.onDrop = onDrop
        return true
    }

    /// Notes how a subscriber is called that waits without a task.
    mutating func setReady(_ id: Int, _ onReady: @escaping @Sendable () -> Void) {
        subscribers[id]?.onReady = onReady
    }

    /// What there is for a subscriber, which it has from now on.
    mutating func take(_ id: Int) -> Next {
        guard let index = subscribers.index(forKey: id) else { return .ended }
        let subscriber = subscribers.values[index]
        if subscriber.isDropped { return .fellBehind }
        if let step = ring.step(after: subscriber.place) {
            subscribers.values[index].place += 1
            return .step(step)
        }
        guard subscriber.beat < beats else {
            subscribers.values[index].hasGotNothing = true
            return .nothing
        }
        subscribers.values[index].beat = beats
        return .heartbeat
    }

    /// Has a subscriber woken when there is something for it; false where there is already.
    mutating func wait(_ id: Int, _ waiter: Waiter) -> Bool {
        guard let index = subscribers.index(forKey: id) else { return false }
        let subscriber = subscribers.values[index]
        guard !subscriber.isDropped, subscriber.place == ring.newestNumber, subscriber.beat == beats else {
            return false
        }
        subscribers.values[index].waiter = waiter
        return true
    }

    /// Whoever waits for a subscriber, once.
    mutating func takeWaiter(_ id: Int) -> Waiter? {
        guard let index = subscribers.index(forKey: id) else { return nil }
        defer { subscribers.values[index].waiter = nil }
        return subscribers.values[index].waiter
    }

    private mutating func takeWaiting() -> Concerned {
        var concerned = Concerned()
        for index in subscribers.indices {
            let subscriber = subscribers.values[index]
            if let waiter = subscriber.waiter {
                concerned.waiting.append(waiter)
                subscribers.values[index].waiter = nil
            }
            if subscriber.hasGotNothing, let onReady = subscriber.onReady {
                concerned.calls.append(onReady)
                subscribers.values[index].hasGotNothing = false
            }
        }
        return concerned
    }
}
