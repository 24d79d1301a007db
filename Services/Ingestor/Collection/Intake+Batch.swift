import Foundation
import GRDB
import SharedDomain
import SharedMessaging

extension Intake {
    /// The publications of one transaction.
    struct Batch: Sendable {
        let publications: [Publication]
        /// What the source published after the last of them, which may confirm it.
        let following: Publication?
        let provenance: Provenance
        let rules: Rules
        let zone: TimeZone
        let now: Instant

        /// What is to be reported and announced.
        struct Taken {
            var outcome = Outcome()
            /// Announced as recorded now; each sheet says itself when it was.
            var sheets: [Outbox.NewEvent] = []
            var editions: [Outbox.NewEvent] = []
            /// When the editions count as recorded.
            var editionsRecordedAt: Instant
            var refusals: [Refusal] = []
        }

        /// Judges the batch against what is held, and notes what is new. The events are left for the caller to append.
        func take(in db: Database) throws -> Taken {
            var taken = Taken(editionsRecordedAt: now)
            try takeSheets(into: &taken, db)
            try takeEditions(into: &taken, db)
            taken.refusals += publications.compactMap(\.unusable)
            taken.outcome.refusals = try IngestorStore.note(
                taken.refusals, of: provenance.source, run: provenance.run, at: now, in: db)
            taken.outcome.counts.refused = taken.outcome.refusals.count
            taken.outcome.coverage = try IngestorStore.coverage(in: db)
            return taken
        }

        /// When a correction counts as recorded: after what it corrects, also by a clock that was set back since.
        /// Subscribers hold what was recorded later for the newer.
        func recording(after held: Instant) -> Instant { max(now, held.advanced(by: .milliseconds(1))) }
    }
}

extension Counts {
    /// Counts what was taken: of a new day, or in place of what was held.
    mutating func add(isNew: Bool) {
        if isNew { accepted += 1 } else { corrected += 1 }
    }
}

extension Publication {
    fileprivate var unusable: Refusal? {
        if case .unusable(let refusal) = self { refusal } else { nil }
    }
}
