import Foundation
import SharedDomain
import Testing

@Suite("Days in a zone")
struct DayInZoneTests {
    @Test("a day starts when Python's zoneinfo says, also where the clock skips midnight or the day")
    func starts() throws {
        for line in fields(of: DayStartVectors.lines) {
            let zone = try #require(TimeZone(identifier: String(line[0])))
            let start = try day(line[1]).start(in: zone)
            #expect("\(start.seconds)" == line[2], "\(line[0]) \(line[1])")
            #expect(start.milliseconds % 1000 == 0)
        }
    }

    @Test("the business day in Seoul changes at 15:00 UTC")
    func seoul() throws {
        let seoul = try #require(TimeZone(identifier: "Asia/Seoul"))
        #expect(try Day(of: instant("2026-10-30T14:59:59.999Z"), in: seoul) == day("2026-10-30"))
        #expect(try Day(of: instant("2026-10-30T15:00:00Z"), in: seoul) == day("2026-10-31"))
    }

    @Test("before 1970 a millisecond before midnight is still the day before")
    func before1970() throws {
        #expect(Day(of: Instant(milliseconds: -1), in: .gmt) == Day(number: -1))
        #expect(Day(of: Instant(milliseconds: 0), in: .gmt) == Day(number: 0))
    }

    @Test("every day contains its start, and the millisecond before is the day before")
    func startsAreTight() throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        for day in stride(from: try day("2025-01-01"), through: try day("2026-12-31"), by: 1) {
            let start = day.start(in: berlin)
            #expect(Day(of: start, in: berlin) == day)
            #expect(Day(of: start.advanced(by: .milliseconds(-1)), in: berlin) == day.adding(days: -1))
        }
    }
}
