import SharedDomain

/// The counters of some of the clients, in arrays that never outgrow `capacity` entries.
///
/// When all entries are taken, a newcomer takes over the one that counts least among a few and goes on from its
/// counters. Whoever comes from very many addresses can thus neither win back what its busiest name has used up (that
/// entry counts most, and is passed over), nor push out a busy client, nor make the counters forget: what is counted
/// stays counted. A newcomer begins with more than it used, but with little more as long as the table's clients on
/// average use little: to shut newcomers out, all entries together would have to use up their limits. (Letting the
/// newcomer inherit is the idea of Space-Saving: Metwally, Agrawal, El Abbadi, 2005.)
struct RateShard {
    /// How many entries are compared to find the one that counts least.
    private static let compared = 16

    private let capacity: Int
    private var slots: [ClientName: Int] = [:]
    private var names: [ClientName] = []
    private var hours: CounterTable
    private var minutes: CounterTable
    private var hand = 0

    init(capacity: Int) {
        self.capacity = capacity
        hours = CounterTable(.hour)
        minutes = CounterTable(.minute)
    }

    var clientCount: Int { names.count }

    /// Counts a request if it may pass.
    mutating func take(_ name: ClientName, perHour: Int, perMinute: Int?, at now: Int64) -> RateDecision {
        let slot = slot(of: name, at: now)
        let hourUsed = hours.used(slot, at: now)
        let minuteUsed = perMinute == nil ? 0 : minutes.used(slot, at: now)
        let isAllowed = hourUsed < perHour && perMinute.map { minuteUsed < $0 } ?? true
        if isAllowed {
            hours.count(slot)
            if perMinute != nil { minutes.count(slot) }
        }
        let hour = hours.decision(slot, isAllowed, limit: perHour, at: now)
        guard let perMinute else { return hour }
        let minute = minutes.decision(slot, isAllowed, limit: perMinute, at: now)
        if hour.remaining == minute.remaining { return hour.resetsAt < minute.resetsAt ? minute : hour }
        return hour.remaining < minute.remaining ? hour : minute
    }

    private mutating func slot(of name: ClientName, at now: Int64) -> Int {
        if let known = slots[name] { return known }
        let slot = names.count < capacity ? grow(name) : leastUsed(at: now)
        slots[names[slot]] = nil
        names[slot] = name
        slots[name] = slot
        return slot
    }

    private mutating func grow(_ name: ClientName) -> Int {
        names.append(name)
        hours.grow()
        minutes.grow()
        return names.count - 1
    }

    private mutating func leastUsed(at now: Int64) -> Int {
        var least = (slot: hand, used: Int.max)
        for _ in 0..<min(Self.compared, names.count) {
            let used = hours.used(hand, at: now)
            if used < least.used { least = (hand, used) }
            hand = (hand + 1) % names.count
            if used == 0 { break }
        }
        return least.slot
    }
}
