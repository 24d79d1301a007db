import SharedDomain
import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("limits with more clients than there is room for")
struct RateMemoryTests {
    private let now: Int64 = 1_793_372_400_000

    private func name(_ number: Int) -> ClientName {
        ClientName(address: IPAddress("10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"))
    }

    @Test("the table never outgrows its capacity")
    func bounded() {
        let limiter = RateLimiter(limits: RateLimits(perMinute: 100), capacity: 1_000, time: HandMovedTime().source)
        for number in 0..<20_000 { _ = limiter.take(name(number), tier: nil) }
        #expect(limiter.clientCount <= 1_008)
        #expect(limiter.clientCount > 900)
    }

    @Test("a busy client keeps its count while others come from very many addresses")
    func busyStays() {
        var shard = RateShard(capacity: 64)
        for _ in 0..<1_000 { _ = shard.take(name(0), perHour: 1_000, perMinute: nil, at: now) }
        for number in 1...20_000 { _ = shard.take(name(number), perHour: 1_000, perMinute: nil, at: now) }
        #expect(!shard.take(name(0), perHour: 1_000, perMinute: nil, at: now).isAllowed)
        #expect(shard.clientCount == 64)
    }

    @Test("who is pushed out and comes back has won next to nothing")
    func nothingForgiven() {
        var shard = RateShard(capacity: 8)
        // All entries of a shard this small are compared, so the one that counts least is always found, and what is
        // counted for a name is never less than it used.
        var allowed: [Int: Int] = [:]
        for round in 0..<4_000 {
            let number = round % 3 == 0 ? 0 : round % 40
            if shard.take(name(number), perHour: 100, perMinute: nil, at: now).isAllowed {
                allowed[number, default: 0] += 1
            }
        }
        #expect(allowed.values.allSatisfy { $0 <= 100 })
    }

    @Test("newcomers are served while the others on average use little")
    func newcomers() {
        var shard = RateShard(capacity: 64)
        for number in 0..<6_400 {
            #expect(shard.take(name(number), perHour: 1_000, perMinute: 200, at: now).isAllowed)
        }
    }

    @Test("entries that count nothing any more are given away first")
    func expired() {
        var shard = RateShard(capacity: 4)
        for number in 0..<4 { _ = shard.take(name(number), perHour: 10, perMinute: nil, at: now) }
        let later = now + 3_900_000
        let decision = shard.take(name(9), perHour: 10, perMinute: nil, at: later)
        #expect(decision.isAllowed && decision.remaining == 9)
    }

    @Test("the tier may change while a window runs")
    func tierChanges() {
        var shard = RateShard(capacity: 4)
        for _ in 0..<50 { _ = shard.take(name(1), perHour: 100, perMinute: nil, at: now) }
        let lowered = shard.take(name(1), perHour: 10, perMinute: nil, at: now)
        #expect(!lowered.isAllowed && lowered.remaining == 0)
        #expect(shard.take(name(1), perHour: 100, perMinute: nil, at: now).remaining == 49)
    }
}
