import Foundation
import SharedDomain

/// Finds out what is known of past days: from memory, in one read of the store for what memory does not know surely, in
/// one call of history for the rest.
///
/// What a layer has of a day is known. What it lacks does not exist if the layer has everything that was ever published,
/// and is not known while some of that is still to come: then neither is which day's rate holds on a day without one.
struct PastDays: Sendable {
    /// The most ranges that history is asked for at once.
    static let mostRanges = 100
    /// The most days of one range.
    static let longestRange = 366

    let preferences: RatePreferences
    let store: CountedRateStore?
    let history: PausingArchive?

    /// - Parameters:
    ///   - memory: what memory holds, nil where that is nothing.
    ///   - isComplete: whether the store has everything that was ever published, and with it memory.
    func rates(_ days: Set<Day>, memory: CurrencyHoldings.Contents?, isComplete: Bool) async -> PastRates {
        var known: [SourceID: KnownSheets] = [:]
        // What history gave in the store's place is followed by no event.
        let settled = memory.flatMap { isComplete && $0.origin == .store && !$0.rates.isEmpty ? $0 : nil }
        var held = Set(memory.map { $0.rates.sources.map(\.source) + $0.sourceCoverage.days.keys } ?? [])
        if let memory { add(memory, isComplete: settled != nil, to: &known) }
        var unsure = self.unsure(days, &known, settled)
        let isFromMemory = unsure.isEmpty
        if let store, let span = span(unsure, memory), let stored = await store.sheets(span) {
            add(stored, of: span, isComplete: isComplete, to: &known)
            held.formUnion(stored.newestDays.keys)
            unsure = self.unsure(unsure, &known, settled)
        }
        if let history, !unsure.isEmpty {
            let ranges = Self.ranges(of: unsure)
            if let archived = await history.sheets(in: ranges) { add(archived, of: ranges, to: &known) }
        }
        return PastRates(
            preferences: preferences, known: known, held: held, present: memory?.rates, isFromMemory: isFromMemory)
    }

    // MARK: What each layer knows

    /// Memory holds every sheet of a source from its newest back to the end of the look-back.
    private func add(
        _ memory: CurrencyHoldings.Contents, isComplete: Bool, to known: inout [SourceID: KnownSheets]
    ) {
        for source in memory.rates.sources {
            let first = source.newestDay.adding(days: -RecentSheets.lookBackDays)
            known[source.source, default: KnownSheets()].add(source.sheets, ofAll: isComplete ? first...Self.end : nil)
        }
        if isComplete { addAbsent(besides: memory.rates.sources.map(\.source), to: &known) }
    }

    /// The store holds every sheet of a source from its newest back for `SheetTable.daysKept`; of those the span was
    /// read.
    private func add(
        _ stored: StoredSheets, of span: ClosedRange<Day>, isComplete: Bool, to known: inout [SourceID: KnownSheets]
    ) {
        let sheets = Dictionary(grouping: stored.sheets, by: \.source)
        for (source, newest) in stored.newestDays {
            let first = max(newest.adding(days: -SheetTable.daysKept), span.lowerBound)
            guard first <= span.upperBound else { continue }
            known[source, default: KnownSheets()].add(
                sheets[source] ?? [], ofAll: isComplete ? first...span.upperBound : nil)
        }
        if isComplete, !stored.newestDays.isEmpty { addAbsent(besides: stored.newestDays.keys, to: &known) }
    }

    /// A source whose newest sheet is not held has never published anything: the newest is kept however old it is.
    private func addAbsent(besides held: some Collection<SourceID>, to known: inout [SourceID: KnownSheets]) {
        for source in preferences.collected where !held.contains(source) {
            known[source, default: KnownSheets()].add([], ofAll: Self.start...Self.end)
        }
    }

    private func add(
        _ archived: ArchivedSheets, of ranges: [ClosedRange<Day>], to known: inout [SourceID: KnownSheets]
    ) {
        let sheets = Dictionary(grouping: archived.sheets, by: \.source)
        for source in preferences.collected {
            for range in ranges {
                let ofRange = (sheets[source] ?? []).filter { range.contains($0.day) }
                known[source, default: KnownSheets()].add(ofRange, ofAll: archived.isReplaying ? nil : range)
            }
        }
    }

    // MARK: What is still to be asked for

    /// The days on which a search may still find something that is not known.
    private func unsure(
        _ days: Set<Day>, _ known: inout [SourceID: KnownSheets], _ settled: CurrencyHoldings.Contents?
    ) -> Set<Day> {
        var unsure: Set<Day> = []
        for day in days {
            for source in preferences.collected {
                let isSettled = known[source]?.settle(day) { quoted(by: source, on: day, settled) } ?? false
                if !isSettled { unsure.insert(day) }
            }
        }
        return unsure
    }

    /// The currencies that a source may quote in the window of a day; nil where that is not known surely, as the window
    /// reaches beyond what is kept.
    /// - Parameter settled: what memory holds, if that is complete.
    private func quoted(
        by source: SourceID, on day: Day, _ settled: CurrencyHoldings.Contents?
    ) -> [CurrencyCode]? {
        let window = KnownSheets.window(of: day)
        guard let settled, let newest = settled.rates.sources.first(where: { $0.source == source })?.newestDay,
            window.lowerBound >= newest.adding(days: -SheetTable.daysKept)
        else { return nil }
        return settled.sourceCoverage.currencies(of: source, in: window)
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

    /// Before and after every day that is asked for.
    private static let start = Day(number: .min)
    private static let end = Day(number: .max)
}
