import SharedDomain

/// Days of one source whose sheets are asked for, as the source stood when they were.
struct SheetSelection: Sendable {
    let book: SourceBook
    /// Ascending, none twice, as days since 1970-01-01: those within the ranges that have a sheet.
    let days: [Int32]

    init(of book: SourceBook, in ranges: [ClosedRange<Day>]) {
        self.book = book
        guard let everyDay = book.legs[book.pivot] else {
            days = []
            return
        }
        var places = RangeSet<Int>()
        for range in ranges {
            places.insert(contentsOf: everyDay.places(from: range.lowerBound.number, to: range.upperBound.number))
        }
        days = places.ranges.flatMap { everyDay.days[$0] }
    }
}
