import SharedDomain

/// What is known of the sheets of one source: some of them, and for which days there are no others.
struct KnownSheets: Sendable {
    /// What a search comes to.
    enum Finding: Sendable {
        case found(CrossRate)
        /// There is none.
        case absent
        /// There may be one among the sheets that are not known.
        case unknown
    }

    private var sheets: [Day: Sheet] = [:]
    private var ranges: [ClosedRange<Day>] = []
    private var settled: Set<Day> = []

    /// Nothing at all.
    init() {}

    /// Whether there is any sheet at all.
    var isEmpty: Bool { sheets.isEmpty }

    /// Takes in sheets. What is known already stays: the nearer layer is asked first.
    /// - Parameter days: of which these are all there are; nil where there may be others between them.
    mutating func add(_ added: [Sheet], ofAll days: ClosedRange<Day>?) {
        for sheet in added where sheets[sheet.day] == nil { sheets[sheet.day] = sheet }
        ranges += days.map { [$0] } ?? added.map { $0.day...$0.day }
    }

    /// The price of one currency in another on a day: from the newest sheet that has both, of at most
    /// `RecentSheets.lookBackDays` before.
    func search(_ currency: CurrencyCode, in base: CurrencyCode, on day: Day) -> Finding {
        let window = Self.window(of: day)
        guard let known = knownDays(upTo: day) else { return .unknown }
        for number in known.reversed() {
            if let cross = sheets[number]?.cross(of: currency, in: base) { return .found(cross) }
        }
        return known.lowerBound <= window.lowerBound || settled.contains(day) ? .absent : .unknown
    }

    /// Notes that every search on that day finds something or finds that there is nothing, if that is so.
    /// - Parameter quoted: the currencies that the source may quote in the day's window; nil where nobody knows. A
    ///   newest sheet that has them all answers whatever is asked.
    /// - Returns: whether it is so.
    mutating func settle(_ day: Day, quoted: () -> [CurrencyCode]?) -> Bool {
        guard let known = knownDays(upTo: day) else { return false }
        if settled.contains(day) || known.lowerBound <= Self.window(of: day).lowerBound { return true }
        guard let newestDay = known.last(where: { sheets[$0] != nil }), let newest = sheets[newestDay],
            let quoted = quoted(), quoted.allSatisfy(newest.holds)
        else { return false }
        settled.insert(day)
        return true
    }

    /// The days whose sheets a search on that day may find.
    static func window(of day: Day) -> ClosedRange<Day> {
        min(day, max(day.adding(days: -RecentSheets.lookBackDays), firstDay))...day
    }

    /// No sheet is of a day before, and history refuses to be asked for any.
    private static let firstDay =
        Day(year: Day.years.lowerBound, month: 1, day: 1) ?? Day(number: .min)

    /// As much of the day's window as is known without a gap, from its end; nil when the day itself is not.
    private func knownDays(upTo day: Day) -> ClosedRange<Day>? {
        let window = Self.window(of: day)
        var first = day.adding(days: 1)
        while first > window.lowerBound {
            let wanted = first.adding(days: -1)
            let lower = ranges.lazy.filter { $0.contains(wanted) }.map(\.lowerBound).min()
            guard let lower else { break }
            first = max(lower, window.lowerBound)
        }
        return first <= day ? first...day : nil
    }
}
