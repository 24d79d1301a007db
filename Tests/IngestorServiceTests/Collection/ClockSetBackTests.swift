import SharedContracts
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import IngestorService

/// Subscribers ignore what was recorded before what they hold.
@Suite("A clock that is set back")
struct ClockSetBackTests {
    /// Runs `body` with a clock that stands at the evening, then with one of an hour before, over one store.
    private func withClockSetBack(_ body: (Rig) async throws -> Void) async throws {
        try await withTemporaryStore(named: "ingestor", migrations: IngestorStore.migrations) { database in
            for clock in [Rig.fridayEvening, Rig.fridayEvening.advanced(by: .seconds(-3600))] {
                try await body(Rig(database, sources: [], time: HandMovedTime(at: clock)))
            }
        }
    }

    @Test("every correction of a sheet is recorded after what it corrects; another sheet when it is")
    func sheets() async throws {
        let evening = Rig.fridayEvening
        var run = 0
        try await withClockSetBack { rig in
            try await rig.take(.ecb("2026-10-29", ("USD", "1.1\(run)")), .ecb("2026-10-30", ("USD", "1.1\(run)")))
            try await rig.take(.ecb("2026-10-30", ("USD", "1.2\(run)")))
            run += 1
            guard run == 2 else { return }
            try await rig.take(.ecb("2026-10-28", ("USD", "1.1")))
            let recorded = try await rig.sheets().map { "\($0.day) \(evening.duration(to: $0.recordedAt))" }
            func expected(_ day: String, _ milliseconds: Int) -> String {
                "\(day) \(Duration.milliseconds(milliseconds))"
            }
            #expect(
                recorded == [
                    expected("2026-10-29", 0), expected("2026-10-30", 0), expected("2026-10-30", 1),
                    expected("2026-10-29", 1), expected("2026-10-30", 2), expected("2026-10-30", 3),
                    expected("2026-10-28", -3_600_000),
                ])
        }
    }

    @Test("so is every correction of a price edition")
    func editions() async throws {
        let evening = Rig.fridayEvening
        var run = 0
        try await withClockSetBack { rig in
            let edition = PublishedEdition(
                item: "bigmac", day: try .of("2026-07-01"),
                prices: [PublishedPrice(area: "KOR", currency: "KRW", localPrice: "5\(run)00")])
            let number = try await rig.store.beginRun(.single, at: rig.time.now)
            _ = try await rig.intake.take(
                [.edition(edition)],
                from: Intake.Provenance(
                    source: .named("economist"), calendar: nil, origin: .live, run: number))
            run += 1
            guard run == 2 else { return }
            let recorded = try await rig.events().map { $0.recordedAt - evening.milliseconds }
            #expect(recorded == [0, 1])
        }
    }
}
