import Logging
import SharedDomain
import SharedTelemetry
import SharedTesting
import Testing

@testable import IngestorService

@Suite("The metrics of the sources")
struct SourceMetricsTests {
    private func lines(_ rig: Rig) async -> [String] {
        await rig.metrics.exposition().split(separator: "\n").map(String.init)
    }

    private func outcomes(_ rig: Rig, of source: String) async -> [String: Int] {
        let prefix = "source_outcomes_total{source=\"\(source)\",outcome=\""
        let pairs = await lines(rig).filter { $0.hasPrefix(prefix) }.map { line in
            line.dropFirst(prefix.count).split(separator: "\"} ").map(String.init)
        }
        return Dictionary(pairs.map { ($0[0], Int($0[1]) ?? -1) }, uniquingKeysWith: { $1 })
    }

    @Test("what became of what a source published is counted, by outcome")
    func outcomes() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/eurofxref-hist.xml", .xml(ECBFixture.daily("2026-10-30", ("USD", "1.1172"))))
            upstream.script(
                "/eurofxref-daily.xml", .xml(ECBFixture.daily("2026-10-30", ("USD", "1.1172"))),
                .xml(ECBFixture.daily("2026-10-30", ("USD", "1.1170"))), .status(404))
            try await withRig(sources: [ECBSource.at(upstream), BigMacSource(id: .named("bigmac"))]) { rig in
                let none = ["accepted": 0, "duplicate": 0, "corrected": 0, "refused": 0, "failed": 0, "not_asked": 0]
                #expect(await outcomes(rig, of: "ecb") == none)
                for _ in 1...4 { _ = try await rig.collector.collect(.scheduler) }
                let one = ["accepted": 1, "duplicate": 1, "corrected": 1, "failed": 1]
                #expect(await outcomes(rig, of: "ecb") == none.merging(one) { $1 })
                #expect(await outcomes(rig, of: "bigmac") == none.merging(["not_asked": 4]) { $1 })
            }
        }
    }

    @Test("the last success stays while a source fails, and is known again after a restart")
    func lastSuccess() async throws {
        // 2026-10-30T17:00:00Z.
        let line = #"source_last_success_timestamp_seconds{source="ecb"} 1793379600"#
        try await withTemporaryDirectory { directory in
            let path = directory.file("ingestor.sqlite")
            try await withScriptableUpstream { upstream in
                upstream.script("/eurofxref-hist.xml", .status(404))
                try await withRig(at: path, sources: [ECBSource.at(upstream)]) { rig in
                    _ = try await rig.collector.collect(.scheduler)
                    #expect(await !lines(rig).contains { $0.contains("last_success_timestamp_seconds{") })
                    upstream.script("/eurofxref-hist.xml", .xml(ECBFixture.daily("2026-10-30", ("USD", "1.1172"))))
                    _ = try await rig.collector.collect(.scheduler)
                    rig.time.advance(by: .seconds(300))
                    upstream.script("/eurofxref-daily.xml", .status(404))
                    _ = try await rig.collector.collect(.scheduler)
                    #expect(await lines(rig).contains(line))
                }
                try await withRig(at: path, sources: [ECBSource.at(upstream)]) { rig in
                    #expect(await lines(rig).contains(line))
                }
            }
        }
    }

    @Test("every asking has its duration, whether it went well or not")
    func durations() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(
                "/eurofxref-hist.xml", .status(404), .xml(ECBFixture.daily("2026-10-30", ("USD", "1.1172"))))
            try await withRig(sources: [ECBSource.at(upstream), BigMacSource(id: .named("bigmac"))]) { rig in
                for _ in 1...2 { _ = try await rig.collector.collect(.scheduler) }
                let lines = await lines(rig)
                #expect(lines.contains(#"source_fetch_duration_seconds_count{source="ecb"} 2"#))
                #expect(!lines.contains { $0.contains("duration_seconds_count{source=\"bigmac\"}") })
            }
        }
    }

    @Test("a breaker that opens shows, is said once, and closes with the first call that succeeds")
    func breaker() async throws {
        let clock = HandMovedTime(at: Rig.fridayEvening)
        let time = TimeSource(now: { clock.now }, sleep: TimeSource.pausesPass.sleep)
        try await withScriptableUpstream { upstream in
            upstream.script("/eurofxref-hist.xml", .status(500))
            try await withRig(sources: [ECBSource.at(upstream, time: time)], time: clock) { rig in
                #expect(await states(rig) == ["closed": 1, "open": 0, "half_open": 0])
                for _ in 1...3 {
                    _ = try await rig.collector.collect(.scheduler)
                    _ = try await rig.collector.collect(.scheduler)
                    #expect(await states(rig) == ["closed": 0, "open": 1, "half_open": 0])
                    clock.advance(by: .seconds(300))
                    #expect(await states(rig) == ["closed": 0, "open": 0, "half_open": 1])
                }
                #expect(leftAlone(rig) == 1)
                upstream.script("/eurofxref-hist.xml", .xml(ECBFixture.daily("2026-10-30", ("USD", "1.1172"))))
                _ = try await rig.collector.collect(.scheduler)
                #expect(await states(rig) == ["closed": 1, "open": 0, "half_open": 0])
                #expect(rig.logs.messages(at: .warning).count == 1)
                #expect(leftAlone(rig) == 1)
            }
        }
    }

    private func leftAlone(_ rig: Rig) -> Int {
        rig.logs.messages(at: .info).count { $0.hasPrefix("ecb failed too often") }
    }

    private func states(_ rig: Rig) async -> [String: Int] {
        let prefix = "source_breaker_state{source=\"ecb\",state=\""
        let pairs = await lines(rig).filter { $0.hasPrefix(prefix) }.map { line in
            line.dropFirst(prefix.count).split(separator: "\"} ").map(String.init)
        }
        return Dictionary(pairs.map { ($0[0], Int($0[1]) ?? -1) }, uniquingKeysWith: { $1 })
    }
}
