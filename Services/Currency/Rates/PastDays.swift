import Foundation
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
    let time: TimeSource

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
            if let sheets = await history.sheets(in: ranges) { add(sheets, of: ranges, memory, to: &known) }
        }
        return PastRates(preferences: preferences, known: known, isFromMemory: isFromMemory)
    }

    // MARK: What each layer knows

    /// Memory holds every sheet of a source from its newest back to the end of the look-back, and there is none after
    /// unless memory lags behind.
    private func add(_ memory: CurrencyHoldings.Contents, to known: inout [SourceID: KnownSheets]) {
        for source in memory.rates.sources {
            let first = source.newestDay.adding(days: -RecentSheets.lookBackDays)
            let last = isCaughtUp(memory) ? Self.end : Self.lastKnown(of: source.source, newest: source.newestDay)
            known[source.source, default: KnownSheets()].add(source.sheets, ofAll: first...last)
        }
        if isCaughtUp(memory) { addAbsent(newest: memory.rates.sources.map(\.newestDay).max(), to: &known) }
    }

    /// The store holds every sheet of a source from its newest back for `SheetTable.daysKept`; of those the span was
    /// read.
    private func add(_ stored: StoredSheets, of span: ClosedRange<Day>, to known: inout [SourceID: KnownSheets]) {
        let sheets = Dictionary(grouping: stored.sheets, by: \.source)
        for (source, newest) in stored.newestDays {
            let first = max(newest.adding(days: -SheetTable.daysKept), span.lowerBound)
            let isCaughtUp = isRecent(stored.newestDays.values.max())
            let last = min(isCaughtUp ? Self.end : Self.lastKnown(of: source, newest: newest), span.upperBound)
            guard first <= last else { continue }
            known[source, default: KnownSheets()].add(sheets[source] ?? [], ofAll: first...last)
        }
        if isRecent(stored.newestDays.values.max()) { addAbsent(newest: stored.newestDays.values.max(), to: &known) }
    }

    /// A source whose newest sheet is not held has published nothing in the days that sheets are kept for: what it had
    /// published would have come in with the rest. Of older days history knows.
    private func addAbsent(newest: Day?, to known: inout [SourceID: KnownSheets]) {
        guard let newest else { return }
        for source in preferences.collected where known[source] == nil {
            known[source] = KnownSheets(noneOf: newest.adding(days: -SheetTable.daysKept)...Self.end)
        }
    }

    /// History that is still replaying its log has none of the later sheets, which does not mean that there are none:
    /// its answer counts up to the newest sheet of each range, and the days after it on which the source is closed.
    private func add(
        _ sheets: [Sheet], of ranges: [ClosedRange<Day>], _ memory: CurrencyHoldings.Contents?,
        to known: inout [SourceID: KnownSheets]
    ) {
        let bySource = Dictionary(grouping: sheets, by: \.source)
        for source in preferences.collected {
            let ofSource = bySource[source] ?? []
            for range in ranges {
                let ofRange = ofSource.filter { range.contains($0.day) }
                let newest = ofRange.map(\.day).max()
                var last = newest.map { min(Self.lastKnown(of: source, newest: $0), range.upperBound) }
                if hasNothing(of: source, after: newest, in: range, memory, sheets) { last = range.upperBound }
                guard let last else { continue }
                known[source, default: KnownSheets()].add(ofRange, ofAll: range.lowerBound...last)
            }
        }
    }

    /// Whether memory confirms that a source has nothing in a range beyond what history has given of it.
    private func hasNothing(
        of source: SourceID, after newest: Day?, in range: ClosedRange<Day>, _ memory: CurrencyHoldings.Contents?,
        _ answer: [Sheet]
    ) -> Bool {
        // Nobody confirms anything: a source that is silent beside another one has nothing.
        guard let memory, memory.origin == .store else { return newest == nil && !answer.isEmpty }
        guard let covered = memory.sourceCoverage.days[source]?.values,
            let first = covered.map(\.lowerBound).min(), let last = covered.map(\.upperBound).max()
        else { return newest == nil && isCaughtUp(memory) }
        if let newest { return newest == last }
        return range.upperBound < first || isCaughtUp(memory) && range.lowerBound > last
    }

    /// Memory that is being filled again by a replay has old sheets only. That all sources have stopped for longer than
    /// the look-back cannot be told apart from that, so nothing is claimed then.
    private func isCaughtUp(_ memory: CurrencyHoldings.Contents) -> Bool {
        isRecent(memory.rates.sources.map(\.newestDay).max())
    }

    private func isRecent(_ newest: Day?) -> Bool {
        guard let newest else { return false }
        return newest.adding(days: Self.mostOverdueDays) >= Day(of: time.now(), in: .gmt)
    }

    /// The last day before the source should have published something newer.
    private static func lastKnown(of source: SourceID, newest: Day) -> Day {
        let calendar = PublicationCalendar.calendar(of: source)
        var last = newest
        for _ in 0..<RecentSheets.lookBackDays where !calendar.isPublicationDay(last.adding(days: 1)) {
            last = last.adding(days: 1)
        }
        return last
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

    /// The windows of the days, each with some days after it: a later sheet proves that history has those before, also
    /// on a holiday that no calendar knows. They are merged where they overlap and cut where they are too long, the newest first.
    static func ranges(of days: Set<Day>) -> [ClosedRange<Day>] {
        var merged: [ClosedRange<Day>] = []
        for window in days.sorted(by: >).map(proven) {
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

    private static func proven(_ day: Day) -> ClosedRange<Day> {
        let window = KnownSheets.window(of: day)
        return window.lowerBound...max(day, min(day.adding(days: proofDays), KnownSheets.lastDay))
    }

    /// Longer than any source is closed at a stretch.
    private static let proofDays = 14
    /// How old the newest sheet of all may be while nothing is being replayed.
    private static let mostOverdueDays = 14

    /// After every day that is asked for.
    private static let end = Day(number: .max)
}
