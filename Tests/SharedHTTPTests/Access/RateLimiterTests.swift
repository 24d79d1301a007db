import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@Suite("limits of a client")
struct RateLimiterTests {
    private let time = HandMovedTime()
    private let client = ClientName(address: IPAddress("192.0.2.1"))

    private func limiter(perMinute: Int? = nil, anonymous: Int = 1_000) -> RateLimiter {
        RateLimiter(limits: RateLimits(anonymousPerHour: anonymous, perMinute: perMinute), time: time.source)
    }

    @Test(
        "an hour holds what the contract says for each tier",
        arguments: [(nil, 1_000), (Tier.standard, 5_000), (.premium, 10_000)] as [(Tier?, Int)])
    func tiers(_ tier: Tier?, _ limit: Int) throws {
        let limiter = limiter()
        for used in 1...limit {
            let decision = try #require(limiter.take(client, tier: tier))
            #expect(decision.isAllowed && decision.limit == limit && decision.remaining == limit - used)
        }
        let refused = try #require(limiter.take(client, tier: tier))
        #expect(!refused.isAllowed && refused.remaining == 0 && refused.windowSeconds == 3600)
    }

    @Test("without limits nothing is counted")
    func unlimited() {
        let limiter = RateLimiter(limits: nil, time: time.source)
        #expect(limiter.take(client, tier: nil) == nil)
        #expect(limiter.clientCount == 0)
    }

    @Test("a client is told the window that lets the fewest more pass")
    func nearestWindow() throws {
        let limiter = limiter(perMinute: 3, anonymous: 5)
        for remaining in [2, 1, 0] {
            let decision = try #require(limiter.take(client, tier: nil))
            #expect(decision.windowSeconds == 60 && decision.limit == 3 && decision.remaining == remaining)
        }
        #expect(limiter.take(client, tier: nil)?.isAllowed == false)
        // A minute and a step later the minute is free again, and the hour is the narrower one.
        time.advance(by: .seconds(65))
        for remaining in [1, 0] {
            let decision = try #require(limiter.take(client, tier: nil))
            #expect(decision.isAllowed && decision.windowSeconds == 3600 && decision.remaining == remaining)
        }
        #expect(limiter.take(client, tier: nil)?.windowSeconds == 3600)
    }

    @Test("what is refused is not counted, and what is promised holds")
    func refusedIsFree() throws {
        let limiter = limiter(perMinute: 2)
        // The clock starts on a whole minute: both requests fall into the step that is forgotten 65 s later.
        for _ in 0..<2 { #expect(limiter.take(client, tier: nil)?.isAllowed == true) }
        for _ in 0..<100 { #expect(limiter.take(client, tier: nil)?.isAllowed == false) }
        let refused = try #require(limiter.take(client, tier: nil))
        #expect(refused.retryAfterSeconds == 65)
        #expect(refused.resetsAt == time.now.advanced(by: .seconds(65)))
        time.advance(by: .milliseconds(64_999))
        #expect(limiter.take(client, tier: nil)?.retryAfterSeconds == 1)
        time.advance(by: .milliseconds(1))
        #expect(limiter.take(client, tier: nil)?.isAllowed == true)
        #expect(limiter.take(client, tier: nil)?.isAllowed == true)
    }

    @Test("a limit of none refuses everything")
    func zero() throws {
        let decision = try #require(limiter(anonymous: 0).take(client, tier: nil))
        #expect(!decision.isAllowed && decision.limit == 0 && decision.remaining == 0)
        #expect(decision.retryAfterSeconds >= 1)
    }

    @Test("clients do not use up each other's limit")
    func separate() {
        let limiter = limiter(anonymous: 1)
        #expect(limiter.take(client, tier: nil)?.isAllowed == true)
        #expect(limiter.take(client, tier: nil)?.isAllowed == false)
        #expect(limiter.take(ClientName(address: IPAddress("192.0.2.2")), tier: nil)?.isAllowed == true)
        let principal = Principal(id: "abcdefghijkl", tier: .standard, scopes: [.read])
        #expect(limiter.take(principal.clientName, tier: .standard)?.isAllowed == true)
        #expect(limiter.take(ClientName(address: nil), tier: nil)?.isAllowed == true)
    }

    @Test("an IPv6 subscriber counts once, an IPv4 address in both its forms too")
    func names() {
        let one = ClientName(address: IPAddress("2001:db8:1:2::1"))
        #expect(one == ClientName(address: IPAddress("2001:db8:1:2:ffff:ffff:ffff:ffff")))
        #expect(one != ClientName(address: IPAddress("2001:db8:1:3::1")))
        #expect(client == ClientName(address: IPAddress("::ffff:192.0.2.1")))
        #expect(client != ClientName(address: IPAddress("192.0.2.2")))
        #expect("\(client)" == "a client")
    }

    @Test("many threads together get exactly the limit")
    func concurrent() async {
        let limiter = limiter(anonymous: 500)
        let client = client
        let allowed = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<200).count { _ in limiter.take(client, tier: nil)?.isAllowed == true }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(allowed == 500)
    }
}
