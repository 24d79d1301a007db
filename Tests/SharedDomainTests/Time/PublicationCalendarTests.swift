import Foundation
import SharedDomain
import Testing

@Suite("When the ECB publishes")
struct PublicationCalendarTests {
    private let ecb = PublicationCalendar.ecb

    @Test("every day of the ECB's file since 1999 is a publication day, and no other is")
    func everyDayOfTheFile() throws {
        let missing = try Set(fields(of: ECBClosures.lines).map { try day($0[0]) })
        var published = 0
        for day in stride(from: try day(ECBClosures.firstDay), through: try day(ECBClosures.lastDay), by: 1) {
            #expect(ecb.isPublicationDay(day) == (day.weekday <= 5 && !missing.contains(day)), "\(day)")
            published += ecb.isPublicationDay(day) ? 1 : 0
        }
        // The number of rows of the file.
        #expect(published == 7126)
    }

    @Test(
        "the nominal time is 16:00 in Frankfurt, winter and summer",
        arguments: [("2026-10-30", "2026-10-30T15:00:00Z"), ("2026-07-01", "2026-07-01T14:00:00Z")])
    func nominalTime(text: String, expected: String) throws {
        #expect(try ecb.publishedAt(day(text)) == instant(expected))
    }

    @Test(
        "the latest expected day is the newest whose time has come",
        arguments: [
            ("2026-10-30T14:59:59.999Z", "2026-10-29"),
            ("2026-10-30T15:00:00Z", "2026-10-30"),
            // Sunday, and Monday before four.
            ("2026-11-01T12:00:00Z", "2026-10-30"),
            ("2026-11-02T14:00:00Z", "2026-10-30"),
            ("2026-11-02T15:00:00Z", "2026-11-02"),
            // From Maundy Thursday over Easter to Tuesday.
            ("2026-04-06T20:00:00Z", "2026-04-02"),
            ("2026-04-07T14:00:00Z", "2026-04-07"),
        ])
    func latestExpected(at text: String, expected: String) throws {
        #expect(try ecb.latestExpectedDay(at: instant(text)) == day(expected))
    }

    @Test(
        "the next publication is strictly later, past weekends and holidays",
        arguments: [
            ("2026-10-30T14:59:59Z", "2026-10-30T15:00:00Z"),
            ("2026-10-30T15:00:00Z", "2026-11-02T15:00:00Z"),
            ("2026-04-02T15:00:00Z", "2026-04-07T14:00:00Z"),
            ("2026-12-24T16:00:00Z", "2026-12-28T15:00:00Z"),
            // Across the change to winter time.
            ("2026-10-23T15:00:00Z", "2026-10-26T15:00:00Z"),
        ])
    func next(after text: String, expected: String) throws {
        #expect(try ecb.nextExpected(after: instant(text)) == instant(expected))
    }

    @Test(
        "what is held is stale once a newer publication and its grace are past",
        arguments: [
            // A Friday's rate: on Sunday, on Monday at noon, on Monday within the grace, and after it.
            ("2026-10-30", "2026-11-01T12:00:00Z", false),
            ("2026-10-30", "2026-11-02T12:00:00Z", false),
            ("2026-10-30", "2026-11-02T20:59:59Z", false),
            ("2026-10-30", "2026-11-02T21:00:00Z", true),
            // A Tuesday's rate on Thursday, and on Wednesday before four.
            ("2026-10-27", "2026-10-29T09:00:00Z", true),
            ("2026-10-27", "2026-10-28T14:00:00Z", false),
            // Maundy Thursday's on Easter Monday, and on Tuesday night.
            ("2026-04-02", "2026-04-06T20:00:00Z", false),
            ("2026-04-02", "2026-04-07T20:30:00Z", true),
        ])
    func staleness(observed: String, at text: String, isStale: Bool) throws {
        #expect(try ecb.isStale(observedOn: day(observed), at: instant(text)) == isStale)
    }

    @Test("a source that never opens stops the search instead of hanging it")
    func neverOpen() throws {
        let closed = PublicationCalendar(zone: .gmt, hour: 9, minute: 30, grace: .zero, isOpen: { _ in false })
        #expect(try closed.latestExpectedDay(at: instant("2026-10-30T12:00:00Z")) == day("2026-10-31"))
    }
}
