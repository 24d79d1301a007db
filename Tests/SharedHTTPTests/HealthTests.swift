import Foundation
import HTTPTypes
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@Suite("Health and version")
struct HealthTests {
    @Test("health has the shape that clients of the first version read")
    func shape() async throws {
        let report = HealthReport(
            status: .degraded,
            peers: [
                HealthReport.Peer(
                    name: "history", status: .healthy, responseMilliseconds: 1.25,
                    lastCheck: Instant(seconds: 1_793_372_390)),
                HealthReport.Peer(name: "ranking", status: .unhealthy, responseMilliseconds: nil, lastCheck: nil),
            ],
            messaging: .degraded,
            freshness: [.init("newest_day", Day("2026-10-30")), .init("age_seconds", 3600), .init("sources", ["ecb"])])
        let test = try TestEdge { report }
        test.time.advance(by: .seconds(90))
        let answer = try await test.ask("/health")
        #expect(answer.status == 200)
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(
            answer.text == """
                {"success":true,"status":"ok","data":{"status":"degraded","service":"test-service","version":"0.1.0",\
                "uptime_seconds":90,"services":{"history":{"status":"healthy","response_time_ms":1.25,\
                "last_check":"2026-10-30T14:59:50Z"},"ranking":{"status":"unhealthy","response_time_ms":null,\
                "last_check":null}},"dependencies":{"database":"healthy","messaging":"degraded"},\
                "freshness":{"newest_day":"2026-10-30","age_seconds":3600,"sources":["ecb"]}},\
                "timestamp":"2026-10-30T15:01:30Z","version":"v1"}
                """)
    }

    @Test("health is a 503 that still tells what is wrong when the service cannot answer")
    func unhealthy() async throws {
        let answer = try await TestEdge { HealthReport(status: .unhealthy, database: .unhealthy) }.ask("/health")
        #expect(answer.status == 503)
        #expect(answer.headers[.retryAfter] == "5")
        #expect(try answer.document["success"] as? Bool == false)
        #expect(try answer.document["status"] as? String == "unavailable")
        #expect((try answer.data["dependencies"] as? [String: String])?["database"] == "unhealthy")
    }

    @Test("live says that the process is up, whatever else is wrong")
    func live() async throws {
        let answer = try await TestEdge { HealthReport(status: .unhealthy, notReady: "loading") }.ask("/health/live")
        #expect(answer.status == 200)
        #expect(try answer.data["status"] as? String == "live")
    }

    @Test("ready is a 503 with the reason until the service can serve")
    func ready() async throws {
        let waiting = try await TestEdge { HealthReport(notReady: "loading rates") }.ask("/health/ready")
        #expect(waiting.status == 503)
        #expect(try waiting.code == "DATA_NOT_READY")
        #expect(try waiting.error["message"] as? String == "Not ready to serve: loading rates.")
        #expect(waiting.headers[.retryAfter] == "5")
        let serving = try await TestEdge().ask("/health/ready")
        #expect(serving.status == 200)
        #expect(try serving.data["status"] as? String == "ready")
    }

    @Test("version says what is running")
    func version() async throws {
        let data = try await TestEdge().ask("/version").data
        // 1793000000 is 2026-10-26T07:33:20Z (date -u -d @1793000000).
        let expected: NSDictionary = [
            "service": "test-service", "version": "0.1.0", "api_version": "v1", "git_revision": "abc1234",
            "build_time": "2026-10-26T07:33:20Z", "environment": "local",
        ]
        #expect(data as NSDictionary == expected)
    }
}
