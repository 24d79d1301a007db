import SharedDomain

/// Reads the bars of a pair over a window, a stretch of days at a time: however long the window, memory is bounded.
struct BarReader: IteratorProtocol {
    /// The days whose bars are made at once: about a year and a half of trading.
    private static let stretch: Int32 = 512

    private let book: SourceBook
    private let target: CurrencyCode
    private let base: CurrencyCode
    private let isHourly: Bool
    /// The days that are still to be read; nil of none.
    private var rest: ClosedRange<Int32>?
    private var bars: ArraySlice<CrossBar> = []

    /// - Parameter window: a bound may lie beyond all days held.
    init(
        _ book: SourceBook, _ pair: (target: CurrencyCode, base: CurrencyCode), hourly: Bool,
        days window: ClosedRange<Int32>
    ) {
        self.book = book
        target = pair.target
        base = pair.base
        isHourly = hourly
        guard let first = book.days.first, let last = book.days.last, window.overlaps(first...last) else { return }
        rest = window.clamped(to: first...last)
    }

    /// The next bar.
    mutating func next() -> CrossBar? {
        while bars.isEmpty, let days = rest {
            // No overflow: the days are those of a source's sheets.
            // Hours are kept of a few months only, and their order is that of publication, not that of days.
            let end = isHourly ? days.upperBound : min(days.upperBound, days.lowerBound + Self.stretch - 1)
            let portion = days.lowerBound...end
            bars =
                isHourly
                ? book.hourlyBars(of: target, in: base, days: portion)[...]
                : book.dailyBars(of: target, in: base, days: portion)[...]
            rest = end < days.upperBound ? end + 1...days.upperBound : nil
        }
        return bars.popFirst()
    }
}
