import Logging
import ServiceLifecycle
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedMessaging
import SharedTelemetry

/// Fetches from history, once after each start, what the log of events may not hold any more: the recent sheets, and
/// between which days there are quotes. What is held already stays as it is.
struct Hydration: Service {
    /// What history is asked for.
    protocol Origin: SheetArchive {
        /// Between which days there are quotes.
        func coverage() async throws -> SourceCoverage
    }

    /// What came of one try.
    enum Outcome: String, Sendable, CaseIterable {
        /// History has answered, and what it said is in the store.
        case done
        /// The same, but history was replaying its log and may have had only a part.
        case partial
        /// History, or the store, did not answer.
        case failed
    }

    /// How long to wait after the first try that failed; twice as long after each further one.
    static let firstPause = Duration.milliseconds(100)
    /// The longest wait while there are no rates at all.
    static let longestPauseWhileEmpty = Duration.milliseconds(500)
    /// The longest wait otherwise.
    static let longestPause = Duration.seconds(30)

    private let origin: any Origin
    private let store: Store
    private let holdings: CurrencyHoldings
    private let completeness: StoreCompleteness
    private let faults: FaultInjector
    private let time: TimeSource
    private let logger: Logger
    private let outcomes: [Outcome: Counter]

    /// - Parameters:
    ///   - completeness: told when it is done.
    ///   - faults: where a test makes it die.
    init(
        from origin: any Origin, into store: Store, holdings: CurrencyHoldings, completeness: StoreCompleteness,
        faults: @escaping FaultInjector = noFaults, time: TimeSource, logger: Logger, metrics: MetricsRegistry
    ) {
        self.origin = origin
        self.store = store
        self.holdings = holdings
        self.completeness = completeness
        self.faults = faults
        self.time = time
        self.logger = logger
        let family = metrics.counter(
            "currency_hydrations_total", "Tries to fetch the recent sheets from history, by what came of them.",
            labels: ["outcome"])
        outcomes = Dictionary(uniqueKeysWithValues: Outcome.allCases.map { ($0, family.with($0.rawValue)) })
    }

    /// Tries until it is done, or the service stops; then waits for the stop.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            await hydrate()
        }
        try await gracefulShutdown()
    }

    /// Tries until it is done or the task is cancelled.
    func hydrate() async {
        var pause = Self.firstPause
        while !Task.isCancelled {
            do {
                let outcome = try await attempt()
                outcomes[outcome]?.add()
                if outcome == .done { return }
            } catch {
                guard !Task.isCancelled else { return }
                if pause == Self.firstPause {
                    logger.notice("history gives no sheets yet", metadata: ["cause": "\(error)"])
                }
                outcomes[.failed]?.add()
            }
            do {
                try await time.sleep(pause)
            } catch {
                // Only a task that is cancelled wakes early.
                return
            }
            let longest = holdings.rates.isEmpty ? Self.longestPauseWhileEmpty : Self.longestPause
            pause = min(pause * 2, longest)
        }
    }

    /// Asks history, and takes in what it says in one transaction.
    /// - Returns: `done`, or `partial`.
    @discardableResult
    func attempt() async throws -> Outcome {
        let archived = try await origin.recentSheets(daysBeforeNewest: SheetTable.daysKept)
        let coverage = try await origin.coverage()
        let admitted = archived.sheets.filter { isAdmitted($0) }
        try faults(.subscriberBeforeApply)
        try await store.write { db in
            let intake = SheetIntake(db: db)
            let changes = try intake.take(admitted, from: .history).union(try intake.take(coverage))
            try holdings.follow(changes, in: db)
            try faults(.subscriberBeforeCommit)
        }
        try faults(.subscriberAfterCommit)
        logger.info(
            "history has given its recent sheets",
            metadata: ["sheets": "\(admitted.count)", "replaying": "\(archived.isReplaying)"])
        if archived.isReplaying { return .partial }
        completeness.noteHydration()
        return .done
    }

    private func isAdmitted(_ sheet: Sheet) -> Bool {
        guard let reason = EventBody.sheet(sheet).refusal(recordedAt: sheet.recordedAt) else { return true }
        logger.error("a sheet of history cannot be taken in", metadata: ["reason": "\(reason)"])
        return false
    }
}

extension HistorySheetArchive: Hydration.Origin {}
