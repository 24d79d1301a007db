import Logging
import SharedDatabase
import SharedDomain
import SharedRuntime

/// Reduces the observations of days with several publications to the close of the day once they are older than the
/// setting says.
///
/// A day's age is counted from the newest day that its source has: one that has fallen silent keeps what it said last.
struct IntradayRetention: Sendable {
    /// For how many days all observations are kept unless it is set.
    static let standardDays = 90
    /// The most days that one transaction reduces.
    static let daysAtOnce = 8

    let store: Store
    let memory: SeriesMemory
    let logger: Logger

    /// Reduces what is old enough, at start and once a day.
    func job(at time: TimeSource) -> DailyJob {
        DailyJob("reduce old days to their close", time: time, logger: logger, work: reduce)
    }

    /// Reduces now what is old enough.
    ///
    /// - Throws: `ServiceError` when the store does not answer.
    func reduce() async throws {
        let days = try await reduceAll()
        if days > 0 { logger.info("old days were reduced to their close", metadata: ["days": "\(days)"]) }
    }

    /// - Returns: how many days were reduced.
    private func reduceAll() async throws -> Int {
        var reduced = 0
        for source in memory.current.sources.keys.sorted() {
            // What is old now: a day that cannot be reduced is not tried for ever.
            var days = memory.current.sources[source]?.oldIntradayDays ?? []
            while !days.isEmpty {
                let batch = Array(days.prefix(Self.daysAtOnce))
                days.removeFirst(batch.count)
                reduced += try await reduce(batch, of: source)
            }
        }
        return reduced
    }

    /// Reduces some days in one transaction; memory shows it once it is committed. What came in meanwhile is held in
    /// both, because there is one writer.
    private func reduce(_ days: [Int32], of source: SourceID) async throws -> Int {
        try await store.write { [memory] db in
            var book = memory.current
            let table = ReductionTable(db: db)
            var reduced = 0
            for day in days {
                guard let reduction = try book.reduce(day, of: source) else { continue }
                try table.apply(reduction)
                reduced += 1
            }
            if reduced > 0 { memory.publish(book, afterCommitOf: db) }
            return reduced
        }
    }
}

extension SourceBook {
    /// The days on which some currency has several publications, of those older than the ones kept one by one; ascending.
    var oldIntradayDays: [Int32] {
        guard let firstIntradayDay else { return [] }
        return editions.filter { day, editions in day < firstIntradayDay && editions.hasSeveralOfOneCurrency }
            .keys.sorted()
    }
}
