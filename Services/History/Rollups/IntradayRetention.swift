import Logging
import ServiceLifecycle
import SharedDatabase
import SharedDomain

/// Reduces the observations of days with several publications to the close of the day once they are older than the
/// setting says: at start, and once a day.
///
/// A day's age is counted from the newest day that its source has: one that has fallen silent keeps what it said last.
struct IntradayRetention: Service {
    /// For how many days all observations are kept unless it is set.
    static let standardDays = 90
    static let interval = Duration.seconds(86_400)
    /// The most days that one transaction reduces.
    static let daysAtOnce = 8

    let store: Store
    let memory: SeriesMemory
    let time: TimeSource
    let logger: Logger

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            do {
                while !Task.isCancelled {
                    await reduce()
                    try await time.sleep(Self.interval)
                }
            } catch is CancellationError {
                return
            }
        }
    }

    /// Reduces now what is old enough.
    func reduce() async {
        do {
            let days = try await reduceAll()
            if days > 0 { logger.info("old days were reduced to their close", metadata: ["days": "\(days)"]) }
        } catch is CancellationError {
            return
        } catch {
            logger.error("old days were not reduced to their close; tomorrow again", metadata: ["cause": "\(error)"])
        }
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
