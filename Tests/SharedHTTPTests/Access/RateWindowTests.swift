import SharedDomain
import SharedTesting
import Synchronization
import Testing

@testable import SharedHTTP

/// A limiter's rule again, from the list of all requests: the slowest way there is.
private struct ListOfRequests {
    let seconds: Int64
    let limit: Int
    private(set) var times: [Int64] = []
    private var step: Int64 { seconds * 1000 / 12 }

    func used(at now: Int64) -> Int { times.count { $0 / step + 12 >= now / step } }

    mutating func take(at now: Int64) -> Bool {
        guard used(at: now) < limit else { return false }
        times.append(now)
        return true
    }

    /// How many requests lie in the window's length before and at an instant.
    func inWindow(endingAt now: Int64) -> Int { times.count { $0 > now - seconds * 1000 && $0 <= now } }
}

/// A clock that a test sets, backwards too.
private final class SetClock: Sendable {
    let milliseconds: Mutex<Int64>

    init(_ start: Int64) { milliseconds = Mutex(start) }

    var source: TimeSource {
        TimeSource(now: { Instant(milliseconds: self.milliseconds.withLock { $0 }) }, sleep: { _ in })
    }

    func move(by seconds: Int64) { milliseconds.withLock { $0 += seconds * 1000 } }
}

@Suite("sliding windows")
struct RateWindowTests {
    private let client = ClientName(address: IPAddress("192.0.2.1"))

    @Test("a window decides as the list of all requests does, and never lets more pass", arguments: [1, 7, 42, 1234])
    func sameAsList(_ seed: UInt64) {
        var numbers = SplitMix64(seed: seed)
        var table = CounterTable(.minute)
        table.grow()
        var list = ListOfRequests(seconds: 60, limit: Int.random(in: 1...40, using: &numbers))
        var now = Int64.random(in: 1_700_000_000_000...1_900_000_000_000, using: &numbers)
        for _ in 0..<1_500 {
            let pauses: [Int64] = [0, 1, 40, 300, 1_500, 5_000, 12_000, 61_000, 200_000]
            now += Int64.random(in: 0...(pauses.randomElement(using: &numbers) ?? 0), using: &numbers)
            let used = table.used(0, at: now)
            #expect(used == list.used(at: now))
            let isAllowed = used < list.limit
            #expect(isAllowed == list.take(at: now))
            if isAllowed { table.count(0) }
            #expect(list.inWindow(endingAt: now) <= list.limit)
            // What is promised: a request sooner than said is refused, one at that time is not.
            let decision = table.decision(0, isAllowed, limit: list.limit, at: now)
            if decision.remaining == 0 {
                #expect(list.used(at: decision.resetsAt.milliseconds - 1) >= list.limit)
                #expect(list.used(at: decision.resetsAt.milliseconds) < list.limit)
            }
        }
    }

    @Test("a request is forgotten after one window at the soonest and thirteen twelfths of it at the latest")
    func forgotten() {
        for offset in stride(from: Int64(0), to: 300_000, by: 12_345) {
            let start = Int64(1_793_372_400_000) + offset
            var table = CounterTable(.hour)
            table.grow()
            #expect(table.used(0, at: start) == 0)
            table.count(0)
            #expect(table.used(0, at: start + 3_599_999) == 1)
            #expect(table.used(0, at: start + 3_900_000) == 0)
        }
    }

    @Test("a clock that jumped ahead and back locks nobody out for longer than a window")
    func clockGoesBack() {
        let clock = SetClock(1_793_372_400_000)
        let limiter = RateLimiter(limits: RateLimits(anonymousPerHour: 10, perMinute: nil), time: clock.source)
        clock.move(by: 365 * 86_400)
        for _ in 0..<10 { #expect(limiter.take(client, tier: nil)?.isAllowed == true) }
        clock.move(by: -365 * 86_400)
        let refused = limiter.take(client, tier: nil)
        // What was used stays used, but is forgotten in time as this clock counts it.
        #expect(refused?.isAllowed == false)
        #expect((1...3_900).contains(refused?.retryAfterSeconds ?? 0))
        clock.move(by: 3_900)
        #expect(limiter.take(client, tier: nil)?.isAllowed == true)
    }

    @Test("a clock that trembles neither forgets nor adds")
    func clockTrembles() {
        var table = CounterTable(.minute)
        table.grow()
        let border = Int64(1_793_372_400_000)
        for _ in 0..<100 {
            _ = table.used(0, at: border)
            table.count(0)
            _ = table.used(0, at: border - 1)
            table.count(0)
        }
        #expect(table.used(0, at: border) == 200)
    }

    @Test("instants before 1970 are counted like others")
    func negative() {
        var table = CounterTable(.minute)
        table.grow()
        for now in stride(from: Int64(-180_001), through: 60_000, by: 20_000) {
            #expect(table.used(0, at: now) <= 4)
            table.count(0)
        }
    }
}
