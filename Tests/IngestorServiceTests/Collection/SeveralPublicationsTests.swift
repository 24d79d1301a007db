import GRDB
import SharedDatabase
import SharedDomain
import SharedMessaging
import SharedTesting
import Testing

@testable import IngestorService

@Suite("Several publications of a day")
struct SeveralPublicationsTests {
    private let morning = "2026-10-30 2026-10-30T01:00:00Z USD=1.10 JPY=170"
    private let noon = "2026-10-30 2026-10-30T04:00:00Z USD=1.11"
    private let evening = "2026-10-30 2026-10-30T07:00:00.250Z USD=1.12"

    private func keys(_ rig: Rig) async throws -> [String] {
        try await rig.store.store.read { try String.fetchAll($0, sql: "SELECT key FROM outbox ORDER BY sequence") }
    }

    private func collect(_ rig: Rig) async throws -> Counts {
        try await rig.collector.collect(.single).outcomes.reduce(into: Counts()) { $0 += $1.counts }
    }

    @Test("each is an event of its own under its moment, in the order of publication, whatever order they come in")
    func unordered() async throws {
        try await withRig(sources: [IntradaySource([evening, morning, noon])]) { rig in
            #expect(try await collect(rig) == Counts(accepted: 3))
            #expect(
                try await keys(rig) == [
                    "intraday/2026-10-30/2026-10-30T01:00:00Z", "intraday/2026-10-30/2026-10-30T04:00:00Z",
                    "intraday/2026-10-30/2026-10-30T07:00:00.250Z",
                ])
            let sheets = try await rig.sheets()
            #expect(
                sheets.map { "\($0.publishedAt) \($0.quotes.map { "\($0.currency) \($0.price)" })" } == [
                    #"2026-10-30T01:00:00Z ["JPY 170", "USD 1.10"]"#, #"2026-10-30T04:00:00Z ["USD 1.11"]"#,
                    #"2026-10-30T07:00:00.250Z ["USD 1.12"]"#,
                ])
            #expect(Set(sheets.map { "\($0.day)" }) == ["2026-10-30"])
            #expect(try await rig.store.coverage().days == 1)
        }
    }

    @Test("one that comes after a later one is accepted as what it is")
    func late() async throws {
        let source = try IntradaySource([morning, evening])
        try await withRig(sources: [source]) { rig in
            let first = try await collect(rig)
            #expect(first == Counts(accepted: 2))
            source.publishes([morning, noon, evening])
            #expect(try await collect(rig) == Counts(accepted: 1, duplicate: 2))
            #expect(try await rig.sheets().last.map { "\($0.publishedAt)" } == "2026-10-30T04:00:00Z")
        }
    }

    @Test("the same figures are a duplicate at the same moment, a publication at a new one, others are a correction")
    func kinds() async throws {
        let source = try IntradaySource([morning, noon, evening])
        try await withRig(sources: [source]) { rig in
            _ = try await collect(rig)
            #expect(try await collect(rig) == Counts(duplicate: 3))
            let night = "2026-10-30 2026-10-30T10:00:00Z USD=1.12"
            source.publishes([morning, "2026-10-30 2026-10-30T04:00:00Z USD=1.115", evening, night])
            #expect(try await collect(rig) == Counts(accepted: 1, duplicate: 2, corrected: 1))
            #expect(
                try await keys(rig).suffix(2) == [
                    "intraday/2026-10-30/2026-10-30T04:00:00Z", "intraday/2026-10-30/2026-10-30T10:00:00Z",
                ])
            #expect(try await rig.sheets().suffix(2).map { "\($0.quotes[0].price)" } == ["1.115", "1.12"])
            // What was corrected is what is held.
            #expect(try await collect(rig) == Counts(duplicate: 4))
        }
    }

    @Test("one payload that says a publication twice corrects it once")
    func twice() async throws {
        let corrected = "2026-10-30 2026-10-30T01:00:00Z USD=1.105"
        try await withRig(sources: [IntradaySource([morning, corrected, corrected])]) { rig in
            #expect(try await collect(rig) == Counts(accepted: 1, duplicate: 1, corrected: 1))
            let recorded = try await rig.sheets().map { $0.recordedAt }
            #expect(recorded == [rig.time.now, rig.time.now.advanced(by: .milliseconds(1))])
        }
    }

    // 1.10, 1.25, 1.45: each 16 % at most from the one before, the third 32 % from the first. 20 % is believed.
    @Test("a figure is compared with the publication before it, of the same day too")
    func jumps() async throws {
        let source = try IntradaySource(["2026-10-29 2026-10-29T07:00:00Z USD=1.10"])
        let (first, second, third) = (
            "2026-10-30 2026-10-30T01:00:00Z USD=1.10", "2026-10-30 2026-10-30T04:00:00Z USD=1.25",
            "2026-10-30 2026-10-30T07:00:00Z USD=1.45"
        )
        try await withRig(sources: [source]) { rig in
            for line in [first, second, third] {
                _ = try await collect(rig)
                source.publishes([line])
            }
            #expect(try await collect(rig) == Counts(accepted: 1))
            // Back to the first: the day before is compared with, not the publications after it.
            source.publishes(["2026-10-30 2026-10-30T01:00:00Z USD=1.11"])
            #expect(try await collect(rig) == Counts(corrected: 1))
            source.publishes(["2026-10-30 2026-10-30T10:00:00Z USD=1.10"])
            #expect(try await collect(rig) == Counts(refused: 1))
            #expect(try await rig.store.refusals(of: source.id, limit: 9).map(\.rule) == [.jump])
        }
    }

    // It is 2026-10-31 in Seoul, so that tomorrow is 2026-11-01.
    @Test(
        "a moment that cannot be is refused with its reason, once, and the sheets beside it are taken",
        arguments: [
            ("2026-10-30", "2026-10-27T23:59:59.999Z", false), ("2026-10-30", "2026-10-28T00:00:00Z", true),
            ("2026-10-30", "2026-11-01T23:59:59.999Z", true), ("2026-10-30", "2026-11-02T00:00:00Z", false),
            ("2026-08-03", "2026-09-03T23:59:59.999Z", true), ("2026-08-03", "2026-09-04T00:00:00Z", false),
            ("2026-08-03", "1970-01-21T17:00:00Z", false), ("2026-10-30", "9998-12-31T23:59:59.999Z", false),
        ])
    func moments(day: String, moment: String, isTaken: Bool) async throws {
        let other = "2026-10-29 2026-10-29T07:00:00Z USD=1.10"
        try await withRig(sources: [IntradaySource(["\(day) \(moment) USD=1.11", other])]) { rig in
            #expect(try await collect(rig) == (isTaken ? Counts(accepted: 2) : Counts(accepted: 1, refused: 1)))
            #expect(try await collect(rig) == Counts(duplicate: isTaken ? 2 : 1))
            let refusals = try await rig.store.refusals(of: .named("intraday"), limit: 9)
            #expect(refusals.map(\.rule) == (isTaken ? [] : [.publicationMoment]))
            #expect(refusals.allSatisfy { $0.value == moment && $0.reason.hasPrefix("\(moment) is not when") })
        }
    }

    @Test("the ends of time are refused like any other moment", arguments: [Int64.min, -1, Int64.max])
    func ends(milliseconds: Int64) async throws {
        try await withRig(sources: []) { rig in
            var sheet = try PublishedSheet.ecb("2026-10-30", ("USD", "1.1172"))
            sheet.publishedAt = Instant(milliseconds: milliseconds)
            #expect(try await rig.take(sheet).counts == Counts(refused: 1))
            #expect(try await rig.events().isEmpty)
        }
    }

    @Test("a crash in the middle loses nothing and doubles nothing, of several publications a day", arguments: 1...3)
    func crash(occurrence: Int) async throws {
        let last = try Day.of("2026-10-30")
        // Three batches' worth and more, so that a batch ends within a day.
        let lines = (0..<360).flatMap { back in
            ["01:00:00", "04:00:00", "07:00:00"].map { time in
                let day = last.adding(days: back - 359)
                return "\(day) \(day)T\(time)Z USD=1.\(1000 + back)"
            }
        }
        #expect(lines.count > 2 * Intake.batchSize && Intake.batchSize % 3 != 0)
        try await withTemporaryDirectory { directory in
            let path = directory.file("ingestor.sqlite")
            let plan = FaultPlan(.producerBeforeCommit, occurrence: occurrence)
            await #expect(throws: Crash.self) {
                try await withRig(at: path, sources: [IntradaySource(lines.shuffled())], faults: plan.injector) {
                    _ = try await $0.collector.collect(.single)
                }
            }
            try await withRig(at: path, sources: [IntradaySource(lines)]) { rig in
                let held = Intake.batchSize * (occurrence - 1)
                #expect(try await rig.events().count == held)
                #expect(try await collect(rig) == Counts(accepted: lines.count - held, duplicate: held))
                let moments = try await rig.sheets().map { $0.publishedAt }
                #expect(moments.count == lines.count)
                #expect(moments == Set(moments).sorted())
                #expect(try await collect(rig) == Counts(duplicate: lines.count))
            }
        }
    }
}
