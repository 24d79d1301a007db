import SharedDomain

/// Finds out what is known of past days: from memory, in one read of the store for what memory does not know surely, in
/// one call of history for the rest.
struct PastDays: Sendable {
    /// The most ranges that history is asked for at once.
    static let mostRanges = 100
    /// The most days of one range.
    static let longestRange = 366

    let preferences: RatePreferences
    let store: CountedRateStore?
    let history: PausingArchive?

    /// - Parameter memory: what memory holds, nil where that is nothing.
    func rates(_ days: Set<Day>, memory: CurrencyHoldings.Contents?) async -> PastRates {
        var known: [SourceID: KnownSheets] = [:]
        if let memory { add(memory, to: &known) }
        var unsure = self.unsure(days, &known, memory)
        let isFromMemory = unsure.isEmpty
        if let store, let span = span(unsure, memory), let stored = await store.sheets(span) {
            add(stored, of: span, to: &known)
            unsure = self.unsure(unsure, &known, memory)
        }
        if let history, !unsure.isEmpty {
            let ranges = Self.ranges(of: unsure)
            if let sheets = await history.sheets(in: ranges) { add(sheets, of: ranges, to: &known) }
        }
        return PastRates(preferences: preferences, known: known, isFromMemory: isFromMemory)
    }

    // MARK: What each layer knows

    /// Memory holds every sheet of a source from its newest back to the end of the look-back, and there is none after.
    private func add(_ memory: CurrencyHoldings.Contents, to known: inout [SourceID: KnownSheets]) {
        for source in memory.rates.sources {
            let first = source.newestDay.adding(days: -RecentSheets.lookBackDays)
            known[source.source, default: KnownSheets()].add(source.sheets, ofAll: first...Self.end)
        }
        addAbsent(newest: memory.rates.sources.map(\.newestDay).max(), to: &known)
    }

    /// The store holds every sheet of a source from its newest back for `SheetTable.daysKept`; of those the span was
    /// read.
    private func add(_ stored: StoredSheets, of span: ClosedRange<Day>, to known: inout [SourceID: KnownSheets]) {
        let sheets = Dictionary(grouping: stored.sheets, by: \.source)
        for (source, newest) in stored.newestDays {
            let first = max(newest.adding(days: -SheetTable.daysKept), span.lowerBound)
            guard first <= span.upperBound else { continue }
            known[source, default: KnownSheets()].add(sheets[source] ?? [], ofAll: first...span.upperBound)
        }
        addAbsent(newest: stored.newestDays.values.max(), to: &known)
    }

    /// A source whose newest sheet is not held has published nothing in the days that sheets are kept for: what it had
    /// published would have come in with the rest. Of older days history knows.
    private func addAbsent(newest: Day?, to known: inout [SourceID: KnownSheets]) {
        guard let newest else { return }
        for source in preferences.collected where known[source] == nil {
            known[source] = KnownSheets(noneOf: newest.adding(days: -SheetTable.daysKept)...Self.end)
        }
    }

    private func add(_ sheets: [Sheet], of ranges: [ClosedRange<Day>], to known: inout [SourceID: KnownSheets]) {
        let bySource = Dictionary(grouping: sheets, by: \.source)
        for source in preferences.collected {
            let ofSource = bySource[source] ?? []
            for range in ranges {
                let ofRange = ofSource.filter { range.contains($0.day) }
                known[source, default: KnownSheets()].add(ofRange, ofAll: range)
            }
        }
    }

    // MARK: What is still to be asked for

    /// The days on which a search may still find something that is not known.
    private func unsure(
        _ days: Set<Day>, _ known: inout [SourceID: KnownSheets], _ memory: CurrencyHoldings.Contents?
    ) -> Set<Day> {
        var unsure: Set<Day> = []
        for day in days {
            for source in preferences.collected {
                let isSettled = known[source]?.settle(day) { quoted(by: source, on: day, memory) } ?? false
                if !isSettled { unsure.insert(day) }
            }
        }
        return unsure
    }

    /// The currencies that a source may quote in the window of a day; nil where that is not known surely, as the window
    /// reaches beyond what is kept.
    private func quoted(
        by source: SourceID, on day: Day, _ memory: CurrencyHoldings.Contents?
    ) -> [CurrencyCode]? {
        let window = KnownSheets.window(of: day)
        guard let memory, let newest = memory.rates.sources.first(where: { $0.source == source })?.newestDay,
            window.lowerBound >= newest.adding(days: -SheetTable.daysKept)
        else { return nil }
        return memory.sourceCoverage.currencies(of: source, in: window)
    }

    /// The days that the store is read for; nil when it cannot know more.
    private func span(_ unsure: Set<Day>, _ memory: CurrencyHoldings.Contents?) -> ClosedRange<Day>? {
        let oldestNewest = memory?.rates.sources.map(\.newestDay).min()
        let oldestKept = oldestNewest.map { $0.adding(days: -SheetTable.daysKept) }
        let days = unsure.filter { day in oldestKept.map { $0 <= day } ?? true }
        guard let first = days.min(), let last = days.max() else { return nil }
        return KnownSheets.window(of: first).lowerBound...last
    }

    /// The windows of the days, merged where they overlap and cut where they are too long, the newest first.
    static func ranges(of days: Set<Day>) -> [ClosedRange<Day>] {
        var merged: [ClosedRange<Day>] = []
        for window in days.sorted(by: >).map(KnownSheets.window) {
            if let last = merged.last, window.upperBound >= last.lowerBound.adding(days: -1),
                window.lowerBound.distance(to: last.upperBound) < longestRange
            {
                merged[merged.count - 1] = window.lowerBound...last.upperBound
            } else {
                merged.append(window)
            }
        }
        return Array(merged.prefix(mostRanges))
    }

    /// After every day that is asked for.
    private static let end = Day(number: .max)
}
