import Logging
import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import IngestorService

@Suite("Collecting")
struct CollectorTests {
    @Test("what the source says is archived, accepted and, the next time, a duplicate")
    func twice() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/eurofxref-hist.xml", .xml(ECBFixture.daily("2026-10-30", ("USD", "1.1172"))))
            upstream.script("/eurofxref-daily.xml", .xml(ECBFixture.daily("2026-10-30", ("USD", "1.1172"))))
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                let first = try await rig.collector.collect(.single)
                #expect(first.summary == "ecb: accepted 1, duplicate 0, corrected 0, refused 0")
                let second = try await rig.collector.collect(.single)
                #expect(second.summary == "ecb: accepted 0, duplicate 1, corrected 0, refused 0")
                #expect(!second.isNoteworthy)
                #expect(rig.status.snapshot.lastSuccess == rig.time.now)
                #expect(rig.status.snapshot.lastError == nil)
                let payload = try #require(try await rig.store.newestPayload(of: .ecb))
                #expect(payload.url == "\(upstream.baseURL)/eurofxref-daily.xml")
            }
        }
    }

    @Test("a changed value is one correction")
    func correction() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/eurofxref-hist.xml", .xml(ECBFixture.daily("2026-10-30", ("USD", "1.1172"))))
            upstream.script("/eurofxref-daily.xml", .xml(ECBFixture.daily("2026-10-30", ("USD", "1.1170"))))
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                _ = try await rig.collector.collect(.single)
                let report = try await rig.collector.collect(.single)
                #expect(report.outcomes.map(\.counts) == [Counts(corrected: 1)])
            }
        }
    }

    @Test("nothing published is a success with nothing")
    func weekend() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/eurofxref-hist.xml", .xml(ECBFixture.document([])))
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                let report = try await rig.collector.collect(.single)
                #expect(report.outcomes.map(\.counts) == [Counts()])
                #expect(report.outcomes.map(\.failure) == [nil])
            }
        }
    }

    @Test("server errors that pass are not even mentioned")
    func errorsThenSuccess() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(
                "/eurofxref-hist.xml", .status(500), .status(500),
                .xml(ECBFixture.daily("2026-10-30", ("USD", "1.1172"))))
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                let report = try await rig.collector.collect(.single)
                #expect(report.outcomes.map(\.counts) == [Counts(accepted: 1)])
                #expect(rig.logs.messages(at: .warning).isEmpty)
            }
        }
    }

    @Test(
        "what is not the ECB's file is a failure, archived first, and changes nothing",
        arguments: [
            "<!DOCTYPE html><html><body>We are down for maintenance</body></html>",
            String(ECBFixture.daily("2026-10-30", ("USD", "1.1172")).dropLast(40)),
        ])
    func unreadable(body: String) async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/eurofxref-hist.xml", .text(body, contentType: "text/html"))
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                let report = try await rig.collector.collect(.single)
                #expect(report.everySourceFailed)
                #expect(report.failures.hasPrefix("ecb: unreadable: line "))
                #expect(try await rig.events().isEmpty)
                #expect(try await rig.store.newestPayload(of: .ecb)?.body == Array(body.utf8))
                let state = try #require(try await rig.store.sourceStates().first)
                #expect(state.lastSuccess == nil)
                #expect(state.lastError?.hasPrefix("unreadable: line ") == true)
            }
        }
    }

    @Test("an outage is one warning however long it lasts, and its end is one line")
    func outage() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/eurofxref-hist.xml", .status(404))
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                for _ in 0..<5 { _ = try await rig.collector.collect(.scheduler) }
                #expect(rig.logs.messages(at: .warning).count == 1)
                #expect(rig.status.snapshot.lastError == "ecb: HTTP 404")
                upstream.script("/eurofxref-hist.xml", .xml(ECBFixture.daily("2026-10-30", ("USD", "1.1172"))))
                _ = try await rig.collector.collect(.scheduler)
                #expect(rig.logs.messages(at: .info).filter { $0 == "ecb answers again" }.count == 1)
                #expect(rig.logs.messages(at: .warning).count == 1)
                #expect(rig.logs.messages(at: .error).isEmpty)
                #expect(rig.status.snapshot.lastError == nil)
                #expect(try await rig.store.sourceStates().map(\.lastError) == [nil])
            }
        }
    }

    @Test("what the source says closes the gap after the shipped history")
    func shippedThenLive() async throws {
        let shipped = ShippedFile.text("Date,USD,\n2026-10-28,1.1133,\n2026-10-27,1.1125,\n")
        try await withScriptableUpstream { upstream in
            let days = [("2026-10-30", "1.1172"), ("2026-10-29", "1.113"), ("2026-10-28", "1.1133")]
            upstream.script(
                "/eurofxref-hist-90d.xml", .xml(ECBFixture.document(days.map { ($0.0, [("USD", $0.1)]) })))
            try await withRig(sources: [ECBSource.at(upstream, shipped: shipped)], seed: .shipped) { rig in
                let report = try await rig.collector.collect(.single)
                #expect(report.outcomes.map(\.counts) == [Counts(accepted: 4, duplicate: 1)])
                #expect(upstream.requests.map(\.path) == ["/eurofxref-hist-90d.xml"])
                #expect(rig.status.snapshot.coverage.days == 4)
            }
        }
    }

    @Test("a shipped file that cannot be read is said so, and the source is asked all the same")
    func shippedUnreadable() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/eurofxref-hist.xml", .xml(ECBFixture.daily("2026-10-30", ("USD", "1.1172"))))
            let source = ECBSource.at(upstream, shipped: .text("nonsense"))
            try await withRig(sources: [source], seed: .shipped) { rig in
                let report = try await rig.collector.collect(.single)
                #expect(report.outcomes.map(\.counts) == [Counts(accepted: 1)])
                #expect(report.outcomes.map(\.hasFailed) == [false])
                #expect(rig.status.snapshot.firstLoad == .failed)
                #expect(rig.logs.messages(at: .error).count == 1)
            }
        }
    }

    @Test("a shipped file that is missing is said so once, however many runs follow")
    func shippedMissing() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script("/eurofxref-hist.xml", .status(404))
            let missing = ShippedFile(name: "gone.csv", unit: "days") { throw Crash() }
            try await withRig(sources: [ECBSource.at(upstream, shipped: missing)], seed: .shipped) { rig in
                let report = try await rig.collector.collect(.scheduler)
                #expect(report.everySourceFailed)
                #expect(report.failures == "ecb: gone.csv: it is not there or cannot be opened, HTTP 404")
                _ = try await rig.collector.collect(.scheduler)
                #expect(rig.logs.messages(at: .error).count == 1)
            }
        }
    }

    @Test("SEED_DATA=none leaves what ships alone")
    func seedNone() async throws {
        let source = ECBSource.unreachable(shipped: .text("Date,USD,\n2026-10-28,1.1133,\n"))
        try await withRig(sources: [source], seed: .none) { rig in
            let report = try await rig.collector.collect(.single)
            #expect(report.everySourceFailed)
            #expect(rig.status.snapshot.firstLoad == .none)
            #expect(try await rig.events().isEmpty)
        }
    }

    @Test("a newer shipped file is loaded on top of the one before, at the next start")
    func newerShippedFile() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ingestor.sqlite")
            let files = ["Date,USD,\n2026-10-28,1.1133,\n", "Date,USD,\n2026-10-29,1.113,\n2026-10-28,1.1133,\n"]
            var counts: [Counts] = []
            for text in [files[0], files[0], files[1]] {
                let source = ECBSource.unreachable(shipped: .text(text))
                try await withRig(at: path, sources: [source], seed: .shipped) { rig in
                    counts += try await rig.collector.collect(.single).outcomes.map(\.counts)
                }
            }
            #expect(counts == [Counts(accepted: 1), Counts(), Counts(accepted: 1, duplicate: 1)])
        }
    }

    @Test("events carry the correlation id of the run that made them")
    func correlation() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(
                "/eurofxref-hist.xml",
                .xml(ECBFixture.document([("2026-10-30", [("USD", "1.1")]), ("2026-10-29", [("USD", "1.1")])])))
            try await withRig(sources: [ECBSource.at(upstream)]) { rig in
                _ = try await rig.collector.collect(.single)
                let ids = try await rig.events().map(\.correlationID)
                #expect(ids.count == 2)
                #expect(Set(ids).count == 1)
                #expect(ids.allSatisfy { !$0.isEmpty })
            }
        }
    }
}
