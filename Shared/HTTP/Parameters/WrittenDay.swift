import SharedDomain

/// A text that has the form of a day, whether the calendar has that day or not.
struct WrittenDay {
    /// The form of a day, to follow "expected".
    static let form = "a day as YYYY-MM-DD"

    private let year: Int
    private let month: Int
    private let day: Int

    /// Nil of any other form.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in part.utf8.allSatisfy { 48...57 ~= $0 } ? Int(part) : nil }
        guard parts.map(\.utf8.count) == [4, 2, 2], numbers.count == 3 else { return nil }
        (year, month, day) = (numbers[0], numbers[1], numbers[2])
    }

    /// What would be right where this is no day, to follow "expected"; nil of a day.
    var expected: String? {
        guard (1...12).contains(month) else { return "\(Self.form), with a month from 01 to 12" }
        if year < Day.years.lowerBound { return "\(Self.form), not before \(Day.years.lowerBound)" }
        // Every day that can be asked for is one of the past, or tomorrow.
        if year > Day.years.upperBound { return "\(Self.form), no later than tomorrow" }
        let last = (28...31).last { Day(year: year, month: month, day: $0) != nil } ?? 28
        guard !(1...last).contains(day) else { return nil }
        let name = "\(year)-\(month < 10 ? "0" : "")\(month)"
        return "\(Self.form) that the calendar has: \(name) has the days 01 to \(last)"
    }
}
