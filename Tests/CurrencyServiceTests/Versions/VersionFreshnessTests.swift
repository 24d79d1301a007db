import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("How long the latest rates are fresh")
struct VersionFreshnessTests {
    /// The rates of one day, recorded as they were published unless told.
    private func versions(_ date: Day, recordedAt: Instant? = nil) throws -> RatesVersions {
        let published = PublicationCalendar.ecb.publishedAt(date)
        let sheet = try ecbSheet("\(date)", ["KRW": "1500"], recordedAt: recordedAt ?? published)
        return RatesVersions(of: try [#require(RecentSheets([sheet]))])
    }

    private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

    @Test("in no hour of a year are they fresh beyond the next publication; once it is due, nobody knows")
    func year() throws {
        let publications = ECBYear.publications
        for (held, next) in zip(publications, publications.dropFirst()) {
            let versions = try versions(held.day)
            // Before the publication itself too: a sheet may come early.
            for minutes in stride(from: -120, to: 60 * 24 * 6, by: 17) {
                let now = held.instant.advanced(by: .seconds(minutes * 60))
                guard now < next.instant.advanced(by: .seconds(8 * 3600)) else { break }
                let version = versions.version(at: now)
                guard now < next.instant else {
                    #expect(version.freshUntil == nil)
                    continue
                }
                let end = try #require(version.freshUntil)
                #expect(end > now)
                #expect(end <= next.instant)
                #expect(end <= now.advanced(by: .seconds(3600)))
                #expect(version.asOf <= now)
                #expect(end.milliseconds % 3_600_000 == 0)
            }
        }
    }

    @Test(
        "the calendar of the tests and that of the service agree",
        arguments: [
            ("2026-01-02", "2026-01-02T15:00:00Z"), ("2026-03-27", "2026-03-27T15:00:00Z"),
            ("2026-03-30", "2026-03-30T14:00:00Z"), ("2026-04-02", "2026-04-02T14:00:00Z"),
            ("2026-10-23", "2026-10-23T14:00:00Z"), ("2026-10-26", "2026-10-26T15:00:00Z"),
        ])
    func calendar(date: String, published: String) throws {
        let publication = try #require(ECBYear.publications.first { "\($0.day)" == date })
        #expect(publication.instant == Instant(published))
        #expect(PublicationCalendar.ecb.publishedAt(publication.day) == publication.instant)
    }

    // 2026-10-30 is a Friday; Monday's rates are due at 15:00 UTC on 2026-11-02 and overdue at 21:00.
    @Test("the version moves on by the hour, and when the rates go stale")
    func moves() throws {
        let versions = try versions(day("2026-10-30"))
        for (now, asOf, freshUntil) in [
            ("2026-10-30T15:00:00Z", "2026-10-30T15:00:00Z", "2026-10-30T16:00:00Z"),
            ("2026-10-30T15:59:59.999Z", "2026-10-30T15:00:00Z", "2026-10-30T16:00:00Z"),
            ("2026-10-30T16:00:00Z", "2026-10-30T16:00:00Z", "2026-10-30T17:00:00Z"),
            ("2026-11-02T14:30:00Z", "2026-11-02T14:00:00Z", "2026-11-02T15:00:00Z"),
            ("2026-11-02T15:00:00Z", "2026-11-02T15:00:00Z", nil),
            ("2026-11-02T20:59:00Z", "2026-11-02T20:00:00Z", nil),
            ("2026-11-02T21:00:00Z", "2026-11-02T21:00:00Z", nil),
            ("2026-10-30T15:30:00Z", "2026-10-30T15:00:00Z", "2026-10-30T16:00:00Z"),
        ] {
            let version = try versions.version(at: instant(now))
            #expect(try version.asOf == instant(asOf), "at \(now)")
            #expect(try version.freshUntil == freshUntil.map(instant), "at \(now)")
        }
    }

    @Test("what was recorded within the hour is not answered as of its beginning")
    func recorded() throws {
        let versions = try versions(day("2026-10-30"), recordedAt: instant("2026-10-30T15:07:12.345Z"))
        let after = try versions.version(at: instant("2026-10-30T15:10:00Z"))
        #expect(try after.asOf == instant("2026-10-30T15:07:12.345Z"))
        #expect(try after.freshUntil == instant("2026-10-30T16:00:00Z"))
        // At a service whose clock is behind the other's.
        let before = try versions.version(at: instant("2026-10-30T15:05:00Z"))
        #expect(try before.asOf == instant("2026-10-30T15:00:00Z"))
        #expect(try before.freshUntil == instant("2026-10-30T15:07:12.345Z"))
        #expect(before.tag != after.tag)
    }

    @Test("the source that is due first ends it")
    func sources() throws {
        let old = try #require(RecentSheets([bokSheet("2026-10-29", ["USD": ("1251", 1)])]))
        let new = try #require(RecentSheets([ecbSheet("2026-10-30", ["KRW": "1500"])]))
        let now = try instant("2026-10-31T10:00:00Z")
        #expect(RatesVersions(of: [new]).version(at: now).freshUntil != nil)
        #expect(RatesVersions(of: [new, old]).version(at: now).freshUntil == nil)
    }

    @Test("a day's rates begin to be stale exactly when the calendar says so, for every day of three years")
    func staleness() throws {
        for date in try day("2025-01-01")...day("2027-12-31") {
            let begins = Staleness.begins(.ecb, on: date)
            let calendar = PublicationCalendar.ecb
            #expect(calendar.isStale(observedOn: date, at: begins))
            #expect(!calendar.isStale(observedOn: date, at: begins.advanced(by: .milliseconds(-1))))
        }
    }
}
