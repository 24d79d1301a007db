import Logging
import SharedTesting
import Testing

@testable import IngestorService

@Suite("Progress")
struct ProgressTests {
    @Test("nothing is said of what takes less than two seconds, then a line every two seconds")
    func lines() {
        let time = HandMovedTime()
        let logs = RecordedLogs()
        let progress = Progress("loading", of: "days", total: 7126, time: time.source, logger: logs.logger)
        for done in 1...8 {
            time.advance(by: .milliseconds(999))
            progress.reached(done * 512)
        }
        #expect(logs.messages(at: .info) == ["loading 1536/7126 days", "loading 3072/7126 days"])
    }
}
