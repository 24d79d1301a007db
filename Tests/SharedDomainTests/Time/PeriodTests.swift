import SharedDomain
import Testing

@Suite("Periods")
struct PeriodTests {
    @Test(
        "a period includes the day it starts on",
        arguments: [
            (Period.oneWeek, "2026-10-23"), (.twoWeeks, "2026-10-16"), (.oneMonth, "2026-09-30"),
            (.threeMonths, "2026-07-30"), (.sixMonths, "2026-04-30"), (.oneYear, "2025-10-30"),
            (.twoYears, "2024-10-30"), (.threeYears, "2023-10-30"), (.fiveYears, "2021-10-30"),
            (.tenYears, "2016-10-30"),
        ])
    func starts(period: Period, start: String) throws {
        #expect(try period.start(endingOn: day("2026-10-30")) == day(start))
    }

    @Test("the longest has no start")
    func max() throws {
        #expect(try Period.max.start(endingOn: day("2026-10-30")) == nil)
    }

    @Test("a start that the month lacks is its last day")
    func clamping() throws {
        #expect(try Period.oneMonth.start(endingOn: day("2026-03-31")) == day("2026-02-28"))
        #expect(try Period.oneYear.start(endingOn: day("2024-02-29")) == day("2023-02-28"))
    }

    @Test("periods go by the names of the public contract")
    func names() {
        let names = ["1w", "2w", "1m", "3m", "6m", "1y", "2y", "3y", "5y", "10y", "max"]
        #expect(Period.allCases.map(\.rawValue) == names)
        #expect(Period(rawValue: "1M") == nil)
        #expect(Period(rawValue: "4w") == nil)
    }
}
