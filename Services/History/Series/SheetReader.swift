import SharedDomain

/// Answers which sheets there are, from memory.
struct SheetReader: Sendable {
    let memory: SeriesMemory

    /// The sheets of each source from so many days before its newest sheet on.
    ///
    /// - Throws: `DATA_NOT_READY` when nothing at all is held.
    func recent(daysBeforeNewest days: Int) throws(ServiceError) -> [SheetSelection] {
        try books().compactMap { book in
            guard let newest = book.coverage[book.pivot]?.upperBound else { return nil }
            return SheetSelection(of: book, in: [newest.adding(days: -days)...newest])
        }
    }

    /// The sheets of every source in those days, each once however often its day is asked for.
    ///
    /// - Throws: `DATA_NOT_READY` when nothing at all is held: then no one can say that a day has no sheet.
    func sheets(in ranges: [ClosedRange<Day>]) throws(ServiceError) -> [SheetSelection] {
        try books().map { SheetSelection(of: $0, in: ranges) }
    }

    /// Between which days each source has quotes of each currency, ordered by source and currency.
    ///
    /// - Throws: `DATA_NOT_READY` when nothing at all is held.
    func coverage() throws(ServiceError) -> [(source: SourceID, currency: CurrencyCode, days: ClosedRange<Day>)] {
        try books().flatMap { book in
            book.coverage.sorted { $0.key < $1.key }.map { (book.source, $0.key, $0.value) }
        }
    }

    /// Every source's, ordered by name.
    private func books() throws(ServiceError) -> [SourceBook] {
        let rates = memory.current
        guard !rates.isEmpty else { throw .dataNotReady("No exchange rates are held yet; try again shortly.") }
        return rates.sources.values.sorted { $0.source < $1.source }
    }
}
