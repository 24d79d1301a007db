import SharedDomain

/// The second layer: what the service's own store can say when memory cannot.
protocol RateStore: Sendable {
    /// Everything that memory holds.
    /// - Throws: when the store does not answer.
    func contents() async throws -> CurrencyHoldings.Contents

    /// The sheets that are held of some days, read in one transaction.
    /// - Throws: when the store does not answer.
    func sheets(_ days: ClosedRange<Day>) async throws -> StoredSheets
}

/// The sheets of some days as one transaction saw them.
struct StoredSheets: Sendable {
    /// Of every source that anything is held of, the newest day.
    let newestDays: [SourceID: Day]
    /// In any order.
    let sheets: [Sheet]
}

/// The third layer: the sheets of every source and day.
protocol SheetArchive: Sendable {
    /// The newest sheets of each source, so many days back from its newest, in any order.
    /// - Throws: `ServiceError` when it does not answer in time.
    func recentSheets(daysBeforeNewest: Int) async throws -> ArchivedSheets

    /// Every sheet of the days of those ranges, in any order.
    /// - Parameter ranges: at most `PastDays.mostRanges`, each of at most `PastDays.longestRange` days.
    /// - Throws: `ServiceError` when it does not answer in time.
    func sheets(in ranges: [ClosedRange<Day>]) async throws -> ArchivedSheets
}

/// Sheets that the archive gave.
struct ArchivedSheets: Sendable, Equatable {
    /// In any order.
    let sheets: [Sheet]
    /// Whether the archive is still taking in what was recorded long ago, so that there may be more than these.
    let isReplaying: Bool
}
