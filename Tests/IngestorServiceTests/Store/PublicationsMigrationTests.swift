import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import IngestorService

@Suite("A store of the time of one sheet a day")
struct PublicationsMigrationTests {
    @Test("keeps what was accepted, which is a duplicate when it comes again and is corrected in place")
    func kept() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ingestor.sqlite")
            let logs = RecordedLogs()
            let before = IngestorStore.migrations.filter { $0.identifier < "0005" }
            #expect(before.count == IngestorStore.migrations.count - 1)
            let old = try Store.open(at: path, named: "ingestor", migrations: before, logger: logs.logger)
            let content = SheetContent([
                try Quote(currency: .usd, price: ExactDecimal("1.1172").required("a price"), direction: .perPivot)
            ])
            let days = try [Day.of("2026-10-29"), Day.of("2026-10-30")]
            try await old.write { db in
                for day in days {
                    try db.execute(
                        sql: "INSERT INTO accepted_sheet VALUES ('ecb', ?, ?, ?, 'live', ?)",
                        arguments: [
                            day.number, content.hash, content.bytes, Rig.fridayEvening.milliseconds - 5_000,
                        ])
                }
            }
            await old.close()
            try await withRig(at: path) { rig in
                #expect(try await rig.store.coverage() == IngestorStore.Coverage(days: 2, newestDay: days[1]))
                #expect(try await rig.store.store.tablesThatAreNotStrict().isEmpty)
                let again = try await rig.take(
                    .ecb("2026-10-29", ("USD", "1.1172")), .ecb("2026-10-30", ("USD", "1.1173")))
                #expect(again.counts == Counts(duplicate: 1, corrected: 1))
                let keys = try await rig.store.store.read { try String.fetchAll($0, sql: "SELECT key FROM outbox") }
                #expect(keys == ["ecb/2026-10-30"])
                let rows = try await rig.store.store.read { db in
                    try Row.fetchAll(db, sql: "SELECT day, publication, recorded_at FROM accepted_sheet")
                        .map { [$0[0], $0[1], $0[2] - Rig.fridayEvening.milliseconds] as [Int64] }
                }
                #expect(rows == [[Int64(days[0].number), 0, -5_000], [Int64(days[1].number), 0, 0]])
            }
        }
    }
}
