import SharedTelemetry
import Testing

@testable import HistoryService

@Suite("The figures of the history service")
struct HistoryMetricsTests {
    // The ECB's file, by awk; date -u -d 2026-10-30 +%s.
    @Test("they tell how many observations are held, and how new each source is")
    func figures() async {
        let registry = MetricsRegistry()
        HistoryMetrics.register(ECBFile.memory, in: registry)
        let text = await registry.exposition()
        #expect(text.contains("\nhistory_observations 221702\n"), "\(text)")
        #expect(text.contains("\nhistory_newest_day_timestamp_seconds{source=\"ecb\"} 1793318400\n"), "\(text)")
    }

    @Test("they tell how many bars and observations within a day are kept")
    func rollups() async throws {
        var book = RateBook()
        for hour in [0, 0, 3] { _ = try book.take(publication("2026-10-30", hour: hour, ["USD": "13\(30 + hour)"])) }
        let registry = MetricsRegistry()
        HistoryMetrics.register(SeriesMemory(book), in: registry)
        let text = await registry.exposition()
        #expect(text.contains("\nhistory_intraday_observations 2\n"), "\(text)")
        #expect(text.contains("\nhistory_bars{length=\"day\"} 1\n"), "\(text)")
        #expect(text.contains("\nhistory_bars{length=\"hour\"} 2\n"), "\(text)")
    }

    @Test("with nothing held there are none of a source")
    func empty() async {
        let registry = MetricsRegistry()
        HistoryMetrics.register(SeriesMemory(), in: registry)
        let text = await registry.exposition()
        #expect(text.contains("\nhistory_observations 0\n"))
        #expect(!text.contains("history_newest_day_timestamp_seconds"))
    }
}
