import SharedDomain

/// The days that a path names, before anyone has looked whether they are in a calendar.
enum FrankfurterDates {
    /// What is current.
    case latest
    /// `2024-01-02`
    case day(Written)
    /// `2024-01-02..2024-03-01`, or `2024-01-02..` up to what is current.
    case range(from: Written, to: Written?)

    /// A date of the form `YYYY-MM-DD`.
    struct Written {
        let year: Int
        let month: Int
        let number: Int
    }

    /// The days that are meant.
    enum Window {
        /// The newest sheet up to that day.
        case day(Day)
        /// Every sheet from one day to the other.
        case range(from: Day, to: Day)
    }

    /// The days of a segment of a path.
    ///
    /// - Throws: `notFound` for any other form: then the path is none.
    init(_ segment: String) throws(FrankfurterRefusal) {
        let text = segment.utf8
        let first = text.prefix(Written.length)
        let rest = text.dropFirst(Written.length)
        guard let from = Written(first) else { throw .notFound }
        guard !rest.isEmpty else {
            self = .day(from)
            return
        }
        let end = rest.dropFirst(2)
        guard rest.starts(with: "..".utf8) else { throw .notFound }
        guard !end.isEmpty else {
            self = .range(from: from, to: nil)
            return
        }
        guard let to = Written(end) else { throw .notFound }
        self = .range(from: from, to: to)
    }

    /// The day that counts as the current one: today, but never later than a book's newest sheet answers for. So the
    /// newest sheet is what is current, however long nothing has been published.
    static func current(_ today: Day, in book: SourceBook?) -> Day {
        guard let book, let newest = book.legs[book.pivot]?.days.last else { return today }
        return min(today, Day(number: newest).adding(days: FrankfurterAnswer.lookBack))
    }

    /// The days that are meant, `current` being what is current.
    ///
    /// - Throws: `invalidDate` for one that is in no calendar.
    func window(current: Day) throws(FrankfurterRefusal) -> Window {
        switch self {
        case .latest: .day(current)
        case .day(let day): .day(try day.day())
        case .range(let from, let to): .range(from: try from.day(), to: try to?.day() ?? current)
        }
    }
}

extension FrankfurterDates.Written {
    /// How many characters it has.
    static let length = 10

    /// Nil for another form.
    init?(_ text: Substring.UTF8View) {
        let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2] else { return nil }
        let numbers = parts.compactMap { part in
            part.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) ? Int(Substring(part)) : nil
        }
        guard numbers.count == 3 else { return nil }
        (year, month, number) = (numbers[0], numbers[1], numbers[2])
    }

    /// The day. One long before or after every sheet counts as the first or the last that a `Day` can be read as.
    func day() throws(FrankfurterRefusal) -> Day {
        // The calendar repeats itself every 400 years.
        guard let likeIt = Day(year: 2000 + year % 400, month: month, day: number) else { throw .invalidDate }
        if let day = Day(year: year, month: month, day: number) { return day }
        return year < Day.years.lowerBound ? likeIt.adding(days: -Self.age) : likeIt.adding(days: Self.age)
    }

    /// Ten thousand years in days: farther than any sheet.
    private static let age = 3_652_425
}
