import SharedDomain

/// The rates of one source that a question is about: those of its base, and of what that is priced in.
struct FrankfurterRates {
    /// The currencies that the base is priced in, by code, the base never among them.
    let quoted: [(code: CurrencyCode, leg: Leg)]
    let base: CurrencyCode
    let ofBase: Leg
    let price: FrankfurterPrice
    /// The days that the source has a sheet for, ascending.
    let sheetDays: Leg

    /// Nil where the source has nothing of the base, or of any currency that is asked for.
    init?(_ question: FrankfurterQuestion, from book: SourceBook) {
        guard let base = CurrencyCode(question.base), let ofBase = book.legs[base],
            let sheetDays = book.legs[book.pivot]
        else { return nil }
        let wanted = question.symbols.map { Set($0) }
        quoted = book.legs.filter { code, _ in code != base && wanted?.contains(code.description) != false }
            .sorted { $0.key < $1.key }.map { (code: $0.key, leg: $0.value) }
        guard !quoted.isEmpty else { return nil }
        self.base = base
        self.ofBase = ofBase
        self.sheetDays = sheetDays
        price = FrankfurterPrice(of: question.amount, base, pivot: book.pivot)
    }

    /// The first and the last day of a window that has a rate; nil when none has.
    func span(in window: ClosedRange<Int32>) -> ClosedRange<Int32>? {
        let spans = quoted.compactMap { $0.leg.span(with: ofBase, in: window) }
        guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else { return nil }
        return first...last
    }

    /// At most so many rates are between two days.
    func mostRates(in days: ClosedRange<Int32>) -> Int {
        ofBase.places(from: days.lowerBound, to: days.upperBound).count * quoted.count
    }

    /// The last day with a sheet up to a day; nil when there is none.
    func sheetDay(upTo day: Int32) -> Int32? {
        let place = sheetDays.places(from: .min, to: day).upperBound
        return place > 0 ? sheetDays.days[place - 1] : nil
    }
}

extension Leg {
    /// The first and the last day of a window that both legs have; nil when they have none in common.
    fileprivate func span(with other: Leg, in window: ClosedRange<Int32>) -> ClosedRange<Int32>? {
        let mine = days[places(from: window.lowerBound, to: window.upperBound)]
        let others = other.days[other.places(from: window.lowerBound, to: window.upperBound)]
        guard let first = Self.firstInCommon(mine, others, isBefore: <),
            let last = Self.firstInCommon(mine.reversed(), others.reversed(), isBefore: >)
        else { return nil }
        return first...last
    }

    /// The first element that two ordered sequences share.
    private static func firstInCommon(
        _ one: some Sequence<Int32>, _ two: some Sequence<Int32>, isBefore: (Int32, Int32) -> Bool
    ) -> Int32? {
        var (these, others) = (one.makeIterator(), two.makeIterator())
        var (this, other) = (these.next(), others.next())
        while let left = this, let right = other {
            if left == right { return left }
            if isBefore(left, right) {
                this = these.next()
            } else {
                other = others.next()
            }
        }
        return nil
    }
}
