import SharedDomain

extension SourceBook {
    /// The sheet of a day as it stands after all corrections and publications, with the instants of the newest; nil when there is none or every quote was withdrawn.
    ///
    /// - Throws: never for figures of quotes; `INTERNAL_ERROR` or `INVALID_PARAMETER` for rows that are none of ours.
    func sheet(on day: Int32) throws(ServiceError) -> Sheet? {
        guard let edition = newestEdition(of: day) else { return nil }
        var quotes: [Quote] = []
        quotes.reserveCapacity(legs.count)
        for currency in legs.keys where currency != pivot {
            guard let observation = observation(of: currency, on: day) else { continue }
            quotes.append(try observation.quote(for: currency))
        }
        guard !quotes.isEmpty else { return nil }
        return try Sheet(
            source: source, pivot: pivot, day: Day(number: day), publishedAt: edition.publishedAt,
            recordedAt: edition.recordedAt, quotes: quotes)
    }

    /// Between which days there are quotes, by currency; for the pivot, quotes of anything.
    var coverage: [CurrencyCode: ClosedRange<Day>] {
        var coverage: [CurrencyCode: ClosedRange<Day>] = [:]
        for (currency, leg) in legs where currency != pivot { coverage[currency] = leg.span }
        if let first = coverage.values.map(\.lowerBound).min(), let last = coverage.values.map(\.upperBound).max() {
            coverage[pivot] = first...last
        }
        return coverage
    }
}

extension Leg {
    /// The first and the last day, nil when there is none.
    fileprivate var span: ClosedRange<Day>? {
        guard let first = days.first, let last = days.last else { return nil }
        return Day(number: first)...Day(number: last)
    }
}
