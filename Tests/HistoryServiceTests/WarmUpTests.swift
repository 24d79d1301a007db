import Testing

@testable import HistoryService

@Suite("Warming up")
struct WarmUpTests {
    @Test("of a service that holds nothing yet is nothing to do")
    func nothingHeld() throws {
        try SeriesReader(memory: SeriesMemory()).warmUp()
    }
}
