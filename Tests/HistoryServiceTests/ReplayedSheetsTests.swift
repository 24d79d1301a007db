import SharedContracts
import SharedDomain
import SharedMessaging
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Sheets while the log of events is being replayed")
struct ReplayedSheetsTests {
    @Test("every message says so, also one without sheets", arguments: [true, false])
    func everyMessage(isReplaying: Bool) async throws {
        let recent = try await ECBFile.memory.recentBatches(daysBeforeNewest: 30) { isReplaying }
        #expect(recent.map(\.isReplaying) == [isReplaying, isReplaying])
        let year = try await ECBFile.memory.batches([dayRange("2024-01-01", "2024-12-31")]) { isReplaying }
        #expect(year.map(\.isReplaying) == Array(repeating: isReplaying, count: 16))
        let none = try await ECBFile.memory.batches([dayRange("2026-10-31", "2026-11-01")]) { isReplaying }
        #expect(none.map(\.isReplaying) == [isReplaying])
        #expect(none.map(\.sheets.count) == [0])
    }

    @Test("it is so until everything is recorded that the producer had, and after a start too")
    func standing() async throws {
        let days = ["2026-10-28", "2026-10-29", "2026-10-30"]
        try await withTemporaryStore(named: "history", migrations: HistoryMigrations.all) { store in
            let memory = try await SeriesMemory.load(from: store)
            let standing = try await LogStanding.load(from: store)
            let inbox = Inbox(
                store: store, applier: SheetRecorder(memory: memory), standing: standing,
                logger: RecordedLogs().logger)
            for (place, date) in days.enumerated() {
                var event = EventsV1Event()
                (event.previousSequence, event.sequence) = (UInt64(place), UInt64(place) + 1)
                event.topic = Topic.sheets.rawValue
                event.recordedAt = ECBFile.recordedAt.milliseconds
                event.body = EventsV1Event.OneOf_Body(.sheet(try ecbSheet(date, ["KRW": "1500"])))
                _ = try await inbox.receive(
                    EventBatch(producer: "ingestor", logID: "x", events: [event], heads: [.sheets: 3]))
                for known in [standing, try await LogStanding.load(from: store)] {
                    let service = HistoryUseCases(
                        reader: SeriesReader(memory: memory), time: HandMovedTime().source,
                        isReplaying: { !known.isCaughtUp(with: .sheets) }
                    ).rpcService
                    let messages = try await messages(of: HistoryV1RateHistory.Method.Sheets.descriptor) {
                        response, context in
                        try await service.sheets(
                            request: sheetsRequest([dayRange(date, date)]), response: response, context: context)
                    }
                    #expect(messages.map(\.isReplaying) == [place < 2])
                    #expect(messages.flatMap(\.sheets).count == 1)
                }
            }
        }
    }
}
