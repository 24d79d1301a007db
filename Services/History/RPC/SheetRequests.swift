import SharedContracts
import SharedDomain

extension HistoryV1RecentSheetsRequest {
    /// How many days before its newest sheet a source's sheets may reach back.
    static let daysBeforeNewestAllowed = 0...366

    /// - Throws: `INVALID_PARAMETER` for more days than are allowed.
    var checkedDays: Int {
        get throws(ServiceError) {
            guard let days = Int(exactly: daysBeforeNewest), Self.daysBeforeNewestAllowed.contains(days) else {
                throw .invalidParameter(
                    "days_before_newest", provided: "\(daysBeforeNewest)",
                    expected: "0 to \(Self.daysBeforeNewestAllowed.upperBound) days")
            }
            return days
        }
    }
}

extension HistoryV1SheetsRequest {
    /// The most ranges of one request.
    static let mostRanges = 100
    /// The most days of one range, both ends included.
    static let mostDaysOfRange = 366

    /// - Throws: `MISSING_PARAMETER` without ranges; `INVALID_PARAMETER` for too many of them, and for one that ends
    ///   before it begins or has too many days; `INVALID_DATE` for days that no calendar has.
    var checkedRanges: [ClosedRange<Day>] {
        get throws(ServiceError) {
            guard !ranges.isEmpty else {
                throw .missingParameter("ranges", expected: "1 to \(Self.mostRanges) ranges of days")
            }
            guard ranges.count <= Self.mostRanges else {
                throw .invalidParameter(
                    "ranges", provided: "\(ranges.count) ranges", expected: "1 to \(Self.mostRanges) ranges of days")
            }
            var checked: [ClosedRange<Day>] = []
            for (index, range) in ranges.enumerated() {
                checked.append(try range.checked(parameter: "ranges[\(index)]"))
            }
            return checked
        }
    }
}

extension HistoryV1DayRange {
    fileprivate func checked(parameter: String) throws(ServiceError) -> ClosedRange<Day> {
        let first = try Day.known(first, parameter: "\(parameter).first")
        let last = try Day.known(last, parameter: "\(parameter).last")
        guard first <= last else {
            throw .invalidParameter(
                "\(parameter).first", provided: "\(first)", expected: "a day that is not after 'last', \(last)")
        }
        let most = HistoryV1SheetsRequest.mostDaysOfRange
        guard first.distance(to: last) < most else {
            throw .invalidParameter(
                parameter, provided: "\(first) to \(last)", expected: "at most \(most) days, both ends included")
        }
        return first...last
    }
}
