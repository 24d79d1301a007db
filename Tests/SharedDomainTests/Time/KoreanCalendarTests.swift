import SharedDomain
import Testing

@Suite("When the Export-Import Bank of Korea publishes")
struct KoreanCalendarTests {
    private let kexim = PublicationCalendar.kexim

    /// Oracle: the PyPI package holidays.
    @Test("from 2024 to 2030 it is every weekday but the Korean public holidays and Labour Day")
    func everyDay() throws {
        let closed = try Set(fields(of: KoreanHolidays.lines).map { try day($0[0]) })
        #expect(closed.count == 115)
        for day in stride(from: try day(KoreanHolidays.firstDay), through: try day(KoreanHolidays.lastDay), by: 1) {
            #expect(kexim.isPublicationDay(day) == (day.weekday <= 5 && !closed.contains(day)), "\(day)")
        }
    }

    @Test("beyond the years that are known, every weekday counts", arguments: ["2023-12-25", "2031-01-01"])
    func unknownYears(text: String) throws {
        #expect(try kexim.isPublicationDay(day(text)))
        #expect(try !kexim.isPublicationDay(day("2031-01-04")))
    }

    @Test("the nominal time is 11:00 in Seoul, which has no summer time", arguments: ["2026-01-02", "2026-07-01"])
    func nominalTime(text: String) throws {
        #expect(try kexim.publishedAt(day(text)) == instant("\(text)T02:00:00Z"))
    }

    @Test(
        "what is held is stale six hours after the next publication, not over a weekend or Chuseok",
        arguments: [
            // A Friday's rate on Sunday, and on Monday within the grace and after it.
            ("2026-10-30", "2026-11-01T12:00:00Z", false),
            ("2026-10-30", "2026-11-02T07:59:59Z", false),
            ("2026-10-30", "2026-11-02T08:00:00Z", true),
            // A Tuesday's rate on Thursday.
            ("2026-10-27", "2026-10-29T01:00:00Z", true),
            // Chuseok 2026 is Thursday to Saturday, 24 to 26 September.
            ("2026-09-23", "2026-09-27T12:00:00Z", false),
            ("2026-09-23", "2026-09-28T08:00:00Z", true),
        ])
    func staleness(observed: String, at text: String, isStale: Bool) throws {
        #expect(try kexim.isStale(observedOn: day(observed), at: instant(text)) == isStale)
    }

    @Test("each source has its own calendar, an unknown one that of the ECB")
    func ofSources() throws {
        // Good Friday: Frankfurt is closed, Seoul is not. Then Children's Day.
        let (goodFriday, childrensDay) = (try day("2026-04-03"), try day("2026-05-05"))
        #expect(PublicationCalendar.calendar(of: .kexim).isPublicationDay(goodFriday))
        #expect(!PublicationCalendar.calendar(of: .kexim).isPublicationDay(childrensDay))
        let unknown = try #require(SourceID("somewhere"))
        for source in [SourceID.ecb, unknown] {
            #expect(!PublicationCalendar.calendar(of: source).isPublicationDay(goodFriday))
            #expect(PublicationCalendar.calendar(of: source).isPublicationDay(childrensDay))
        }
    }
}
