import SharedDomain

extension SeriesBreak {
    /// The breaks of a pair of currencies of a source that lie in a window, by day, then by currency.
    static func all(
        of pair: [CurrencyCode], in book: SourceBook, days window: ClosedRange<Int32>
    ) -> [SeriesBreak] {
        inOrder(pair.flatMap { all(of: $0, in: book, days: window) })
    }

    /// By day, then by currency.
    static func inOrder(_ breaks: [SeriesBreak]) -> [SeriesBreak] {
        breaks.sorted { $0.order < $1.order }
    }

    private static func all(
        of currency: CurrencyCode, in book: SourceBook, days window: ClosedRange<Int32>
    ) -> [SeriesBreak] {
        guard let leg = book.legs[currency], let first = leg.days.first, let last = leg.days.last,
            let oldest = book.days.first, let newest = book.days.last
        else { return [] }
        var breaks: [SeriesBreak] = []
        // What begins with the source itself begins nowhere, but for a window that ends before it.
        if window.lowerBound <= first, first > oldest || window.upperBound < first {
            breaks.append(beginning(of: currency, on: first, in: book))
        }
        breaks += gaps(of: currency, leg, window)
        if last < newest, window.overlaps(last...newest) {
            breaks += end(of: currency, on: last, newest: newest, in: book)
        }
        return breaks
    }

    private static func beginning(of currency: CurrencyCode, on day: Int32, in book: SourceBook) -> SeriesBreak {
        let succession = CurrencySuccession.into(currency, observedFrom: day)
        let lastOfOlder = succession.flatMap { book.legs[$0.older]?.days.last }
        return SeriesBreak(
            kind: succession == nil ? .began : .redenomination, currency: currency,
            lastBefore: lastOfOlder.map(Day.init(number:)), firstAfter: Day(number: day), other: succession?.older,
            factor: succession?.factor)
    }

    /// One that ended, or none: a currency that only the newest sheets lack may be back tomorrow.
    private static func end(
        of currency: CurrencyCode, on day: Int32, newest: Int32, in book: SourceBook
    ) -> [SeriesBreak] {
        let succession = CurrencySuccession.of(currency, observedUntil: day)
        guard succession != nil || separates(day, newest) else { return [] }
        let isRedenomination = succession.map { !$0.isEuro } ?? false
        let firstOfNewer = succession.flatMap { isRedenomination ? book.legs[$0.newer]?.days.first : nil }
        return [
            SeriesBreak(
                kind: isRedenomination ? .redenomination : .ended, currency: currency, lastBefore: Day(number: day),
                firstAfter: firstOfNewer.map(Day.init(number:)), other: succession?.newer, factor: succession?.factor)
        ]
    }

    private static func gaps(
        of currency: CurrencyCode, _ leg: Leg, _ window: ClosedRange<Int32>
    ) -> [SeriesBreak] {
        let inside = leg.places(from: window.lowerBound, to: window.upperBound)
        // The observation after the window ends the gap that the window ends in.
        let places = max(1, inside.lowerBound)..<max(1, min(inside.upperBound + 1, leg.days.count))
        return places.filter { place in
            separates(leg.days[place - 1], leg.days[place]) && leg.days[place - 1] < window.upperBound
        }.map { place in
            SeriesBreak(
                kind: .gap, currency: currency, lastBefore: Day(number: leg.days[place - 1]),
                firstAfter: Day(number: leg.days[place]), other: nil, factor: nil)
        }
    }

    private var order: (Day, CurrencyCode) {
        // One of the two days is always there.
        (firstAfter ?? lastBefore ?? Day(number: .max), currency)
    }
}
