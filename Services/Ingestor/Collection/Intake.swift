import Foundation
import GRDB
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedMessaging

/// Takes what a source published into the store and the event log: judged, oldest first, in batches of one durable
/// transaction each. A batch is there with all its events or not at all, and what is there already is met as a duplicate,
/// so a run that was killed is simply run again.
struct Intake: Sendable {
    /// Publications in one transaction.
    static let batchSize = 512

    let outbox: Outbox
    let zone: TimeZone
    let maximumJumpPercent: Int
    let time: TimeSource

    /// Where publications are from.
    struct Provenance: Sendable {
        let source: SourceID
        let calendar: PublicationCalendar?
        let origin: Payload.Origin
        /// The run that brings them.
        let run: Int64
    }

    /// What became of publications.
    struct Outcome: Sendable {
        var counts = Counts()
        /// What was refused for the first time.
        var refusals: [Refusal] = []
        /// What is held of rates now.
        var coverage = IngestorStore.Coverage()

        mutating func add(_ more: Outcome) {
            counts += more.counts
            refusals += more.refusals
            coverage = more.coverage
        }
    }

    /// - Parameter progress: told after each batch how many are done.
    func take(
        _ publications: [Publication], from provenance: Provenance,
        progress: @Sendable (Int, IngestorStore.Coverage) -> Void = { _, _ in }
    ) async throws -> Outcome {
        let oldestFirst = publications.sorted { $0.place < $1.place }
        var outcome = Outcome()
        var start = 0
        while start < oldestFirst.count {
            try Task.checkCancellation()
            let end = min(start + Self.batchSize, oldestFirst.count)
            let batch = Batch(
                publications: Array(oldestFirst[start..<end]), following: oldestFirst[end...].first,
                provenance: provenance, rules: rules, zone: zone, now: time.now())
            outcome.add(
                try await outbox.commit { [outbox] db in
                    let taken = try batch.take(in: db)
                    try outbox.append(taken.sheets, at: batch.now, in: db)
                    try outbox.append(taken.editions, at: taken.editionsRecordedAt, in: db)
                    return taken.outcome
                })
            start = end
            progress(end, outcome.coverage)
        }
        return outcome
    }

    private var rules: Rules {
        let tomorrow = Day(of: time.now(), in: zone).adding(days: 1)
        return Rules(figures: FigureRules(newestDay: tomorrow), jumps: JumpRule(maximumPercent: maximumJumpPercent))
    }

    /// What figures are held to.
    struct Rules: Sendable {
        let figures: FigureRules
        let jumps: JumpRule
    }
}
