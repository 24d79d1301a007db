import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("When a rate is stale, by its source's own calendar")
struct StalenessTests {
    /// A sheet of that source and day with one quote.
    private func sheet(_ source: SourceID, _ date: String) throws -> Sheet {
        let day = try day(date)
        let pivot = source == .ecb ? CurrencyCode.eur : .krw
        return try Sheet(
            source: source, pivot: pivot, day: day,
            publishedAt: PublicationCalendar.calendar(of: source).publishedAt(day), recordedAt: ECBFile.recordedAt,
            quotes: [
                Quote(
                    currency: code("USD"), price: decimal("1.5"), direction: source == .ecb ? .perPivot : .inPivot)
            ])
    }

    // The facts, from the banks' own calendars. 2026-10-30 is a Friday, 2026-10-27 a Tuesday. TARGET is closed on Good
    // Friday, 2026-04-03, and Easter Monday, and the ECB publishes at 16:00 in Frankfurt, the bank at 11:00 in Seoul
    // (02:00 UTC); six hours later what is due counts as late. Korea rests on 2026-10-05, a Monday, for Foundation Day,
    // on 2026-10-09, a Friday, for Hangul Day, and from Thursday, 2026-09-24, to Friday for Chuseok.
    @Test(
        "a weekend or a feast makes nothing stale, a missed publication does",
        arguments: [
            (SourceID.ecb, "2026-10-30", "2026-11-01T12:00:00Z", false),
            (.ecb, "2026-10-27", "2026-10-29T12:00:00Z", true),
            (.ecb, "2026-10-30", "2026-11-02T20:59:59Z", false), (.ecb, "2026-10-30", "2026-11-02T21:00:00Z", true),
            (.ecb, "2026-04-02", "2026-04-07T19:59:59Z", false), (.ecb, "2026-04-02", "2026-04-07T20:00:00Z", true),
            (.kexim, "2026-10-30", "2026-11-01T12:00:00Z", false),
            (.kexim, "2026-10-27", "2026-10-29T12:00:00Z", true),
            (.kexim, "2026-10-30", "2026-11-02T07:59:59Z", false), (.kexim, "2026-10-30", "2026-11-02T08:00:00Z", true),
            (.kexim, "2026-10-08", "2026-10-11T12:00:00Z", false),
            (.kexim, "2026-10-02", "2026-10-06T07:59:59Z", false),
            (.kexim, "2026-10-02", "2026-10-06T08:00:00Z", true), (.kexim, "2026-09-23", "2026-09-27T12:00:00Z", false),
            (.ecb, "2026-10-08", "2026-10-10T12:00:00Z", true),
        ])
    func facts(source: SourceID, date: String, now: String, isStale: Bool) async throws {
        let now = try #require(Instant(now))
        let time = HandMovedTime(at: now)
        try await withBench(preferences: RatePreferences(sources: [source]), time: time) { bench in
            try await bench.receive([sheet(source, date)])
            let entry = try #require(try await bench.answer(["USD"], in: source == .ecb ? "EUR" : "KRW").entry("USD"))
            #expect(entry.isStale == isStale)
        }
    }
}
