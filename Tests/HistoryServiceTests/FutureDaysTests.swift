import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Days to come", .timeLimit(.minutes(1)))
struct FutureDaysTests {
    /// Every place of a day in a request, and what it is called there.
    private static let places = [
        ("/api/v1/history?target=USD&from=2026-10-01&to=", "to"), ("/api/v1/history?target=USD&from=", "from"),
        ("/api/v1/history?target=all&format=csv&from=2026-10-01&to=", "to"),
        ("/api/v1/history/USD?from=2026-10-01&to=", "to"), ("/api/v1/history/USD?from=", "from"),
        ("/api/v1/history/on/", "date"), ("/api/v1/history/fluctuation?from=2026-10-01&to=", "to"),
        ("/api/v1/history/stats?target=USD&from=2026-10-01&to=", "to"),
        ("/api/v1/history/USD/analysis?from=", "from"),
        ("/api/v1/history/compare?targets=USD,JPY&from=2026-10-01&to=", "to"),
        ("/api/v1/history/USD/chart?from=2026-10-01&to=", "to"),
        ("/api/v1/history/USD/chart.svg?from=2026-10-01&to=", "to"),
        ("/export/prices.ledger?from=2026-10-01&to=", "to"), ("/export/eurofxref-hist.csv?to=", "to"),
        ("/export/eurofxref-hist.csv?from=", "from"), ("/export/eurofxref-daily.xml?date=", "date"),
    ]

    // The clock begins on 2026-10-30 at 15:00 UTC: on Kiritimati, 14 hours ahead, it is the 31st.
    @Test("one later than tomorrow, where a day begins first, is refused by name on every route", arguments: places)
    func refused(path: String, name: String) async throws {
        let later = try await ask(ECBFile.memory, "\(path)2026-11-02")
        #expect(later.status == 400, "\(later.text)")
        #expect(try later.code == "INVALID_DATE")
        #expect(try later.detail("parameter") == name)
        #expect(try later.detail("provided") == "2026-11-02")
        let expected = try #require(try later.detail("expected"))
        #expect(expected.hasPrefix("a day up to 2026-11-01"))
        for date in ["9998-12-31", "9999-01-01", "9999-12-31"] {
            let farAway = try await ask(ECBFile.memory, "\(path)\(date)")
            #expect(farAway.status == 400, "\(farAway.text)")
            #expect(try farAway.detail("provided") == date)
            #expect(try farAway.detail("expected") == expected)
        }
        let tomorrow = try await ask(ECBFile.memory, "\(path)2026-11-01")
        #expect(tomorrow.status == 200 || tomorrow.status == 404, "\(tomorrow.text)")
    }

    @Test("at ten in the morning in UTC a new day begins there", arguments: places)
    func midnight(path: String, name: String) async throws {
        let time = HandMovedTime()
        time.advance(by: .seconds(19 * 3600 - 1))
        #expect(try await ask(ECBFile.memory, "\(path)2026-11-02", at: time).status == 400)
        time.advance(by: .seconds(1))
        let answer = try await ask(ECBFile.memory, "\(path)2026-11-02", at: time)
        #expect(answer.status == 200 || answer.status == 404, "\(answer.text)")
    }

    @Test("as of a moment of the past, what was to come then is refused", arguments: places)
    func past(path: String, name: String) async throws {
        let time = HandMovedTime()
        time.advance(by: .seconds(86_400))
        let separator = path.contains("?") ? "&" : "?"
        let query = "2026-11-02\(separator)as_of=\(ECBFile.recordedAt)"
        let answer = try await ask(ECBFile.memory, "\(path)\(query)", at: time)
        #expect(answer.status == 400, "\(answer.text)")
        #expect(try answer.message.contains("\(ECBFile.recordedAt)"))
    }
}
