import GRDB
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedMessaging
import SharedTesting
import Testing

@testable import IngestorService

@Suite("Taking in what was published")
struct IntakeTests {
    @Test("a new day is accepted, with an event under its source and day")
    func accepted() async throws {
        try await withRig(sources: []) { rig in
            let result = try await rig.take(.ecb("2026-10-30", ("USD", "1.1172"), ("JPY", "175.680")))
            #expect(result.counts == Counts(accepted: 1))
            let sheet = try #require(try await rig.sheets().first)
            #expect(sheet.source == .ecb)
            #expect(sheet.pivot == .eur)
            #expect("\(sheet.day)" == "2026-10-30")
            // 16:00 in Frankfurt, which keeps winter time since 2026-10-25.
            #expect("\(sheet.publishedAt)" == "2026-10-30T15:00:00Z")
            #expect(sheet.recordedAt == rig.time.now)
            // The zero that was published stays.
            #expect(sheet.quotes.map { "\($0.currency) \($0.price)" } == ["JPY 175.680", "USD 1.1172"])
            let keys = try await rig.store.store.read { try String.fetchAll($0, sql: "SELECT key FROM outbox") }
            #expect(keys == ["ecb/2026-10-30"])
        }
    }

    @Test("the same figures again are a duplicate, however they are written, and no event")
    func duplicate() async throws {
        try await withRig(sources: []) { rig in
            try await rig.take(.ecb("2026-10-30", ("ISK", "136"), ("USD", "1.1172")))
            let result = try await rig.take(.ecb("2026-10-30", ("USD", "1.11720"), ("ISK", "136.00")))
            #expect(result.counts == Counts(duplicate: 1))
            #expect(try await rig.events().count == 1)
        }
    }

    @Test("a changed figure is one correction of the whole sheet")
    func correction() async throws {
        try await withRig(sources: []) { rig in
            try await rig.take(.ecb("2026-10-30", ("USD", "1.1172"), ("JPY", "175.68")))
            let result = try await rig.take(.ecb("2026-10-30", ("USD", "1.1173"), ("JPY", "175.68")))
            #expect(result.counts == Counts(corrected: 1))
            #expect(try await rig.sheets().map { $0.quote(for: .usd)?.price.description } == ["1.1172", "1.1173"])
            // And is then what is held.
            let again = try await rig.take(.ecb("2026-10-30", ("USD", "1.1173"), ("JPY", "175.68")))
            #expect(again.counts == Counts(duplicate: 1))
        }
    }

    @Test("a figure that is not published any more is a correction too")
    func withdrawn() async throws {
        try await withRig(sources: []) { rig in
            try await rig.take(.ecb("2026-10-30", ("USD", "1.1172"), ("JPY", "175.68")))
            let result = try await rig.take(.ecb("2026-10-30", ("USD", "1.1172")))
            #expect(result.counts == Counts(corrected: 1))
            #expect(try await rig.sheets().last?.quotes.map(\.currency) == [.usd])
        }
    }

    @Test("events come oldest first, whatever the order of the file")
    func order() async throws {
        try await withRig(sources: []) { rig in
            try await rig.take(
                .ecb("2026-10-30", ("USD", "1.1")), .ecb("2026-10-28", ("USD", "1.1")),
                .ecb("2026-10-29", ("USD", "1.1")))
            #expect(try await rig.sheets().map { "\($0.day)" } == ["2026-10-28", "2026-10-29", "2026-10-30"])
        }
    }

    @Test("two sources of one day are two sheets")
    func twoSources() async throws {
        try await withRig(sources: []) { rig in
            try await rig.take(.ecb("2026-10-30", ("USD", "1.1172")))
            let result = try await rig.take(.ecb("2026-10-30", ("USD", "1.1172")), from: try .named("other"))
            #expect(result.counts == Counts(accepted: 1))
            #expect(result.coverage.days == 1)
        }
    }

    @Test("a jump today is refused, and accepted as a correction once the next day agrees")
    func jumpConfirmed() async throws {
        try await withRig(sources: []) { rig in
            try await rig.take(.ecb("2026-10-28", ("RUB", "92.5673"), ("USD", "1.1")))
            let jumped = try PublishedSheet.ecb("2026-10-29", ("RUB", "115.4842"), ("USD", "1.1"))
            let first = try await rig.take(jumped)
            #expect(first.counts == Counts(accepted: 1, refused: 1))
            let oldest = try Day.of("2026-09-01")
            #expect(try await rig.store.holdings(of: .ecb, openSince: oldest).oldestOpenJump == jumped.day)

            let second = try await rig.take(jumped, .ecb("2026-10-30", ("RUB", "117.201"), ("USD", "1.1")))
            #expect(second.counts == Counts(accepted: 1, corrected: 1))
            #expect(try await rig.sheets().last?.quotes.count == 2)
            #expect(try await rig.store.holdings(of: .ecb, openSince: oldest).oldestOpenJump == nil)
        }
    }

    @Test("a slip that goes back the next day stays refused and freezes nothing")
    func slip() async throws {
        try await withRig(sources: []) { rig in
            try await rig.take(.ecb("2026-10-28", ("USD", "1.11")))
            let slip = try PublishedSheet.ecb("2026-10-29", ("USD", "11.1"), ("JPY", "175.68"))
            try await rig.take(slip)
            let result = try await rig.take(slip, .ecb("2026-10-30", ("USD", "1.12"), ("JPY", "175.68")))
            #expect(result.counts == Counts(accepted: 1, duplicate: 1))
            #expect(try await rig.sheets().last?.quote(for: .usd)?.price.description == "1.12")
        }
    }

    @Test("what was refused is noted once, with its run and reason")
    func refusalsOnce() async throws {
        try await withRig(sources: []) { rig in
            let sheet = try PublishedSheet.ecb("2026-10-30", ("USD", "1.1172"), ("XXQ", "5"))
            #expect(try await rig.take(sheet).counts == Counts(accepted: 1, refused: 1))
            #expect(try await rig.take(sheet).counts == Counts(duplicate: 1))
            let refusals = try await rig.store.refusals(of: .ecb, limit: 10)
            #expect(refusals.map(\.subject) == ["XXQ"])
            #expect(refusals.map(\.rule) == [.unknownCurrency])
        }
    }

    @Test("a shipped record never takes the place of what the source itself has said since")
    func shippedAfterLive() async throws {
        try await withRig(sources: []) { rig in
            try await rig.take(.ecb("2026-10-30", ("USD", "1.1172")))
            let result = try await rig.take(
                .ecb("2026-10-30", ("USD", "1.1171")), .ecb("2026-10-29", ("USD", "1.1")), origin: .shipped)
            #expect(result.counts == Counts(accepted: 1, duplicate: 1))
            // A newer release may put an older one right, though.
            let newer = try await rig.take(.ecb("2026-10-29", ("USD", "1.2")), origin: .shipped)
            #expect(newer.counts == Counts(corrected: 1))
        }
    }

    @Test("a shipped sheet counts as recorded when it was published, a correction of it when it was made")
    func recordedAt() async throws {
        try await withRig(sources: []) { rig in
            try await rig.take(.ecb("2026-10-29", ("USD", "1.113")), origin: .shipped)
            try await rig.take(.ecb("2026-10-29", ("USD", "1.114")), origin: .shipped)
            let recorded = try await rig.sheets().map { "\($0.recordedAt)" }
            // 16:00 in Frankfurt, and the time of the rig.
            #expect(recorded == ["2026-10-29T15:00:00Z", "\(rig.time.now)"])
        }
    }

    @Test("a sheet of which nothing is left is not accepted")
    func nothingLeft() async throws {
        try await withRig(sources: []) { rig in
            let result = try await rig.take(.ecb("2026-10-30", ("XXQ", "1")))
            #expect(result.counts == Counts(refused: 1))
            #expect(try await rig.events().isEmpty)
        }
    }

    @Test("a crash in the middle loses nothing and doubles nothing", arguments: 1...4)
    func crash(occurrence: Int) async throws {
        let days = 3 * Intake.batchSize + 10
        let last = try Day.of("2026-10-30")
        let file = ShippedFile.text(ShortHistory.csv(days: days, upTo: last))
        let sheets = try ECBHistoryFile.sheets(in: file.read())
        try await withTemporaryDirectory { directory in
            let path = directory.file("ingestor.sqlite")
            let plan = FaultPlan(.producerBeforeCommit, occurrence: occurrence)
            await #expect(throws: Crash.self) {
                try await withRig(at: path, faults: plan.injector) { rig in
                    _ = try await rig.takeShipped(sheets)
                }
            }
            try await withRig(at: path) { rig in
                let held = Intake.batchSize * (occurrence - 1)
                #expect(try await rig.events().count == held)
                let result = try await rig.takeShipped(sheets)
                #expect(result.counts == Counts(accepted: days - held, duplicate: held))
                let events = try await rig.sheets()
                #expect(events.map(\.day) == (0..<days).map { last.adding(days: $0 - days + 1) })
            }
        }
    }
}

extension Rig {
    fileprivate func takeShipped(_ sheets: [PublishedSheet]) async throws -> Intake.Outcome {
        let run = try await store.beginRun(.single, at: time.now)
        return try await intake.take(
            sheets.map { .sheet($0) },
            from: Intake.Provenance(source: .ecb, calendar: .ecb, origin: .shipped, run: run))
    }
}
