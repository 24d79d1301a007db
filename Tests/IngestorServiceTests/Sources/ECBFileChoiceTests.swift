import SharedDomain
import Testing

@testable import IngestorService

/// The days are TARGET days of autumn 2026: 2026-10-30 is a Friday, publication is at 16:00 Frankfurt time.
@Suite("Which of the ECB's files is asked for")
struct ECBFileChoiceTests {
    @Test("everything, when nothing is held")
    func nothingHeld() throws {
        #expect(try file(held: nil, at: "2026-10-30T17:00:00Z") == .full)
    }

    @Test(
        "the daily file, when at most the last publication is missing",
        arguments: [
            ("2026-10-29", "2026-10-30T17:00:00Z"), ("2026-10-30", "2026-10-30T17:00:00Z"),
            // Over a weekend, and on Monday before the hour and after.
            ("2026-10-30", "2026-11-01T12:00:00Z"), ("2026-10-29", "2026-11-02T09:00:00Z"),
            ("2026-10-30", "2026-11-02T17:00:00Z"),
            // A source that is ahead of its own calendar.
            ("2026-11-02", "2026-10-30T17:00:00Z"),
        ])
    func daily(held: String, now: String) throws {
        #expect(try file(held: held, at: now) == .daily)
    }

    @Test(
        "that of 90 days, when more is missing", arguments: ["2026-10-28", "2026-10-01", "2026-08-03", "2026-08-01"])
    func ninetyDays(held: String) throws {
        #expect(try file(held: held, at: "2026-10-30T17:00:00Z") == .ninetyDays)
    }

    @Test("everything, when the gap may begin before the file of 90 days", arguments: ["2026-08-01", "2020-01-02"])
    func full(held: String) throws {
        #expect(try file(held: held, at: "2026-10-31T17:00:00Z") == .full)
    }

    @Test("a figure that waits to be confirmed is asked for together with what comes after it")
    func openJump() throws {
        let jump = try Day.of("2026-10-29")
        #expect(try file(held: "2026-10-29", jump: jump, at: "2026-10-30T17:00:00Z") == .ninetyDays)
        // Before there is anything newer, it is not asked for again and again.
        #expect(try file(held: "2026-10-29", jump: jump, at: "2026-10-30T09:00:00Z") == .daily)
    }

    private func file(held: String?, jump: Day? = nil, at now: String) throws -> ECBSource.File {
        let holdings = SourceHoldings(newestDay: try held.map { try Day.of($0) }, oldestOpenJump: jump)
        return ECBSource.file(closing: holdings, at: try Instant(now).required("an instant"))
    }
}
