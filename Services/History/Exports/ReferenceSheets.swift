import SharedDomain

/// The European Central Bank's euro foreign exchange reference rates in a book: units of each currency for one euro.
struct ReferenceSheets: Sendable {
    /// One currency of the bank's.
    struct Column: Sendable {
        let currency: CurrencyCode
        /// Empty for a currency that the bank has quoted, but not on the days held.
        let leg: Leg
    }

    /// Every currency, in the bank's order.
    let columns: [Column]
    /// From the first day that is quoted to the last.
    let span: ClosedRange<Day>
    /// A figure of one on every day that has a sheet.
    private let everyDay: Leg

    /// - Throws: `DATA_NOT_READY` for a book without quotes of the bank; `NOT_FOUND` for one of a moment at which none had
    ///   been recorded.
    init(of rates: RateBook) throws(ServiceError) {
        try rates.requireHeld()
        guard let book = rates.sources[.ecb], book.pivot == .eur, let everyDay = book.legs[.eur],
            let span = book.coverage[.eur]
        else {
            throw Self.nothingHeld(rates)
        }
        let others = book.legs.filter { $0.key != .eur && !$0.value.days.isEmpty }.keys
        columns = ReferenceColumns.all(besides: others).map { Column(currency: $0, leg: book.legs[$0] ?? Leg()) }
        self.everyDay = everyDay
        self.span = span
    }

    private static func nothingHeld(_ rates: RateBook) -> ServiceError {
        guard let moment = rates.past?.moment else {
            return .dataNotReady("No reference rates of the European Central Bank are held yet; try again shortly.")
        }
        return .notFound(
            "No reference rates of the European Central Bank had been recorded as of \(moment).",
            details: ["parameter": "as_of", "provided": "\(moment)", "expected": "a later moment"])
    }

    /// The days of a window that have a sheet, ascending, as days since 1970-01-01; the quotes of some may all have been
    /// withdrawn.
    func days(in window: ClosedRange<Day>) -> ArraySlice<Int32> {
        everyDay.days[everyDay.places(from: window.lowerBound.number, to: window.upperBound.number)]
    }

    /// The quotes of a day in the bank's order; empty without a sheet.
    func quotes(on day: Day) -> [(currency: CurrencyCode, price: ExactDecimal)] {
        columns.compactMap { column in
            column.leg.figure(on: day.number)?.unitsPerEuro.map { (column.currency, $0) }
        }
    }
}

extension Figure {
    /// Units of the currency for one euro, in the digits that were published. Nil of a figure that is quoted the other way
    /// round: that has never stood on a sheet of the bank.
    var unitsPerEuro: ExactDecimal? {
        guard direction == .perPivot else { return nil }
        return ExactDecimal(coefficient: Int128(coefficient), exponent: exponentOfOne)
    }
}
