import SharedDomain

/// Between which days each source has quotes of each currency, its pivot among them. A correction that takes a quote
/// away narrows nothing, so that outside there is none for certain.
struct SourceCoverage: Sendable, Equatable {
    /// By source and currency.
    private(set) var days: [SourceID: [CurrencyCode: ClosedRange<Day>]] = [:]

    /// Takes in that a source has quotes of a currency between two days.
    mutating func add(_ source: SourceID, _ currency: CurrencyCode, _ range: ClosedRange<Day>) {
        days[source, default: [:]].widen(currency, to: range)
    }

    /// Takes in everything that a sheet quotes.
    mutating func add(_ sheet: Sheet) {
        for currency in sheet.quotes.map(\.currency) + [sheet.pivot] {
            add(sheet.source, currency, sheet.day...sheet.day)
        }
    }

    /// Between which days any of the sources has quotes of a currency.
    func byCurrency(of sources: [SourceID]) -> [CurrencyCode: ClosedRange<Day>] {
        var merged: [CurrencyCode: ClosedRange<Day>] = [:]
        for source in sources {
            for (currency, range) in days[source] ?? [:] { merged.widen(currency, to: range) }
        }
        return merged
    }

    /// The currencies that a source may quote on one of those days; nil where nothing is known of the source.
    func currencies(of source: SourceID, in range: ClosedRange<Day>) -> [CurrencyCode]? {
        days[source]?.filter { $0.value.overlaps(range) }.map(\.key)
    }
}

extension [CurrencyCode: ClosedRange<Day>] {
    fileprivate mutating func widen(_ currency: CurrencyCode, to range: ClosedRange<Day>) {
        guard let known = self[currency] else {
            self[currency] = range
            return
        }
        self[currency] = Swift.min(known.lowerBound, range.lowerBound)...Swift.max(known.upperBound, range.upperBound)
    }
}
