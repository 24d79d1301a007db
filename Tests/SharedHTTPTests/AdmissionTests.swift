import Foundation
import HTTPTypes
import SharedDomain
import SharedTelemetry
import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("Who is let in")
struct AdmissionTests {
    private func limited(_ perHour: Int, _ time: HandMovedTime = HandMovedTime()) -> EdgeServices {
        var services = EdgeServices()
        services.limiter = RateLimiter(
            limits: RateLimits(anonymousPerHour: perHour, perMinute: nil), time: time.source)
        return services
    }

    @Test("every answer that was counted says what is left")
    func headers() async throws {
        let test = try TestEdge(services: limited(10))
        let targets = ["/ranks/today", "/api/v1/latest?limit=0", "/nothing", "/version"]
        for (used, target) in targets.enumerated() {
            let answer = try await test.ask(target)
            #expect(answer.headers[.rateLimit] == "10")
            #expect(answer.headers[.rateLimitRemaining] == "\(9 - used)")
            #expect(answer.headers[.rateLimitWindow] == "3600")
            let reset = try #require(answer.headers[.rateLimitReset].flatMap { Int64($0) })
            #expect(reset > HandMovedTime.defaultStart.seconds)
        }
    }

    @Test("a client that asked too much is refused, and told when to come back")
    func refused() async throws {
        let services = limited(1)
        let test = try TestEdge(services: services)
        #expect(try await test.ask("/ranks/today").status == 200)
        let answer = try await test.ask("/ranks/today")
        #expect(answer.status == 429)
        #expect(try answer.code == "RATE_LIMIT_EXCEEDED")
        #expect(answer.headers[.retryAfter].flatMap { Int($0) } ?? 0 > 5)
        #expect(answer.headers[.rateLimitRemaining] == "0")
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(try answer.details["expected"] == "at most 1 requests in 3600 seconds")
        let figures = await services.metrics.exposition()
        #expect(figures.contains(#"rate_limit_refusals_total{tier="anonymous"} 1"#))
    }

    @Test("probes, figures and OPTIONS are not counted")
    func uncounted() async throws {
        let test = try TestEdge(services: limited(1))
        for target in ["/health", "/health/live", "/health/ready", "/metrics"] {
            let answer = try await test.ask(target)
            #expect(answer.status == 200)
            #expect(answer.headers[.rateLimit] == nil)
        }
        #expect(try await test.ask("/ranks/today", .options).status == 204)
        #expect(try await test.ask("/ranks/today").headers[.rateLimitRemaining] == "0")
    }

    @Test("trying keys uses up the limit of the address they come from")
    func guessing() async throws {
        let test = try TestEdge(services: limited(2))
        let headers: HTTPFields = [.authorization: "Bearer nothing-we-know"]
        for status in [401, 401, 429] {
            #expect(try await test.ask("/ranks/today", headers: headers).status == status)
        }
    }

    @Test("trying keys on a probe uses it up as well, and asking it as usual does not")
    func guessingOnProbes() async throws {
        let test = try TestEdge(services: limited(2))
        let headers: HTTPFields = [.authorization: "Bearer nothing-we-know"]
        for status in [401, 401, 429] {
            #expect(try await test.ask("/health/live", headers: headers).status == status)
        }
        #expect(try await test.ask("/health/live").status == 200)
        #expect(try await test.ask("/ranks/today").status == 429)
    }

    @Test("a route that needs a scope is a 401 without a key, before its parameters are looked at")
    func scope() async throws {
        let route = Route(
            .get, "/admin", summary: "For operators.", parameters: [SampleRoutes.from], access: .requires(.admin),
            immediate: { _ in EdgeReply.raw(1) })
        let answer = try await TestEdge([route]).ask("/admin")
        #expect(answer.status == 401)
        #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
    }
}
