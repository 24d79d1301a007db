import SharedDomain
import Testing

@Suite("Days")
struct DayTests {
    @Test("numbers, weekdays and months agree with Python's datetime")
    func vectors() throws {
        let cases = fields(of: DayVectors.lines)
        try #require(cases.count > 150)
        for line in cases {
            let day = try day(line[0])
            #expect("\(day.number)" == line[1], "\(line[0])")
            #expect("\(day.weekday)" == line[2], "\(line[0])")
            #expect(day.description == line[0])
            #expect(day.adding(months: try #require(Int(line[3]))).description == line[4], "\(line[0]) \(line[3])")
            #expect(Day(number: day.number) == day)
        }
    }

    @Test(
        "what is not a day is refused",
        arguments: [
            "2010-31-01", "0000-00-00", "9999-01-01", "1899-12-31", "2010-02-30", "2023-02-29", "1900-02-29",
            "2010-04-31", "2010-00-10", "2010-01-00", "2010-1-1", "10-01-01", "2010/01/01", "20100101", "",
            "2010-01-01 ", " 2010-01-01", "2010-01-01T00:00:00Z", "-010-01-01", "２０１０-01-01", "2010-01-0a",
            "today", "2010-01-011",
        ])
    func refused(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("numbers that make no day are refused")
    func refusedNumbers() {
        #expect(Day(year: 2026, month: 13, day: 1) == nil)
        #expect(Day(year: 2026, month: .max, day: 1) == nil)
        #expect(Day(year: .min, month: 1, day: 1) == nil)
        #expect(Day(year: 2026, month: 1, day: 32) == nil)
    }

    @Test("a month on from the 31st is the last day of a shorter month")
    func clamping() throws {
        #expect(try day("2026-01-31").adding(months: 1) == day("2026-02-28"))
        #expect(try day("2024-01-31").adding(months: 1) == day("2024-02-29"))
        #expect(try day("2026-03-31").adding(months: -1) == day("2026-02-28"))
    }

    @Test("days count and compare like their numbers")
    func arithmetic() throws {
        let start = try day("2024-02-28")
        #expect(try start.adding(days: 2) == day("2024-03-01"))
        #expect(try start.distance(to: day("2024-03-01")) == 2)
        #expect(try start < day("2024-02-29"))
        #expect(try Array(start...day("2024-03-01")).map(\.description) == ["2024-02-28", "2024-02-29", "2024-03-01"])
    }

    @Test("the end of the range is where adding stops, without a trap")
    func saturation() {
        let last = Day(number: .max)
        #expect(last.adding(days: .max) == last)
        #expect(last.adding(months: .max) == last)
        #expect(Day(number: .min).adding(days: .min) == Day(number: .min))
        #expect(Day(number: .min).adding(months: .min) == Day(number: .min))
    }
}
