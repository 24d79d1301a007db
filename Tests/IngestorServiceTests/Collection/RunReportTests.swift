import SharedDomain
import Testing

@testable import IngestorService

@Suite("How a run is told")
struct RunReportTests {
    private let failed = SourceOutcome.Part(origin: .live, failure: "HTTP 503")
    private let loaded = SourceOutcome.Part(origin: .shipped, counts: Counts(accepted: 2, refused: 1))

    @Test("a source that gave its shipped history but could not be reached succeeded in part")
    func inPart() {
        let outcome = SourceOutcome(source: .ecb, parts: [loaded, failed])
        #expect(!outcome.hasFailed)
        let report = RunReport(outcomes: [outcome])
        #expect(report.summary == "ecb: accepted 2, duplicate 0, corrected 0, refused 1 (in part: HTTP 503)")
        #expect(!report.everySourceFailed)
        #expect(report.isNoteworthy)
    }

    @Test("a source that gave nothing at all failed; the run failed when every one did")
    func failure() throws {
        let ecb = SourceOutcome(source: .ecb, parts: [failed])
        let idle = SourceOutcome(source: try .named("bigmac"))
        #expect(ecb.hasFailed)
        #expect(!idle.hasFailed)
        #expect(RunReport(outcomes: [ecb]).everySourceFailed)
        #expect(RunReport(outcomes: [ecb, idle]).everySourceFailed, "of bigmac there was nothing left to take")
        #expect(!RunReport(outcomes: [idle]).everySourceFailed)
        #expect(!RunReport(outcomes: []).everySourceFailed)
        #expect(RunReport(outcomes: [ecb, idle]).failures == "ecb: HTTP 503")
        let counts = "accepted 0, duplicate 0, corrected 0, refused 0"
        #expect(
            RunReport(outcomes: [ecb, idle]).summary == "ecb: \(counts) (failed: HTTP 503); bigmac: \(counts)")
    }

    @Test("a run that only met duplicates has nothing to tell")
    func nothingToTell() {
        let part = SourceOutcome.Part(origin: .live, counts: Counts(duplicate: 1))
        #expect(!RunReport(outcomes: [SourceOutcome(source: .ecb, parts: [part])]).isNoteworthy)
    }
}
