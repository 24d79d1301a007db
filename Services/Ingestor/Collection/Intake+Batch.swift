import Foundation
import GRDB
import SharedContracts
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
            var events: [Outbox.NewEvent] = []
            var refusals: [Refusal] = []
        }

        /// Judges the batch against what is held, and notes what is new. The events are left for the caller to append.
        func take(in db: Database) throws -> Taken {
            var taken = Taken()
            try takeSheets(into: &taken, db)
            try takeEditions(into: &taken, db)
            taken.refusals += publications.compactMap(\.unusable)
            taken.outcome.refusals = try IngestorStore.note(
                taken.refusals, of: provenance.source, run: provenance.run, at: now, in: db)
            taken.outcome.counts.refused = taken.outcome.refusals.count
            taken.outcome.coverage = try IngestorStore.coverage(in: db)
            return taken
        }

        // MARK: Rates

        private func takeSheets(into taken: inout Taken, _ db: Database) throws {
            let sheets = publications.compactMap(\.sheet)
            guard let first = sheets.first, let last = sheets.last else { return }
            let held = try IngestorStore.heldSheets(of: provenance.source, in: first.day...last.day, db)
            let isRecord = provenance.origin == .shipped
            let judge = SheetJudge(figures: rules.figures, jumps: isRecord ? nil : rules.jumps)
            var recent = RecentQuotes()
            if !isRecord {
                recent = try IngestorStore.recentQuotes(of: provenance.source, before: first.day, in: db)
            }
            for (index, sheet) in sheets.enumerated() {
                let before = held[sheet.day]
                if isRecord, before?.origin == .live {
                    // A release is older than what its source has said since.
                    taken.outcome.counts.duplicate += 1
                    continue
                }
                let next = index + 1 < sheets.count ? sheets[index + 1] : following?.sheet
                let verdict = judge.verdict(
                    on: sheet, held: isRecord ? [:] : try before?.content.quotes() ?? [:], recent: recent, next: next)
                taken.refusals += verdict.refusals
                if !isRecord { recent.add(verdict.quotes) }
                try take(verdict.quotes, of: sheet, before: before, into: &taken, db)
            }
        }

        private func take(
            _ quotes: [Quote], of published: PublishedSheet, before: IngestorStore.HeldSheet?, into taken: inout Taken,
            _ db: Database
        ) throws {
            guard !quotes.isEmpty else { return }
            let content = SheetContent(quotes)
            guard before?.content != content else {
                taken.outcome.counts.duplicate += 1
                return
            }
            let day = published.day
            let publishedAt = provenance.calendar?.publishedAt(day) ?? day.start(in: zone)
            // The shipped history counts as recorded when it was published: loaded a second time, by an ingestor that
            // lost its store, it never passes for a correction of what was collected since.
            let isFirstOfRecord = provenance.origin == .shipped && before == nil
            let sheet = try Sheet(
                source: provenance.source, pivot: published.pivot, day: day, publishedAt: publishedAt,
                recordedAt: isFirstOfRecord ? publishedAt : now, quotes: quotes)
            try IngestorStore.accept(sheet, content, origin: provenance.origin, in: db)
            if provenance.origin == .live {
                try IngestorStore.confirm(quotes, on: day, of: provenance.source, at: now, in: db)
            }
            taken.events.append(
                Outbox.NewEvent(topic: .sheets, key: "\(provenance.source)/\(day)", body: .sheet(sheet)))
            taken.outcome.counts.add(isNew: before == nil)
        }

        // MARK: Prices

        private func takeEditions(into taken: inout Taken, _ db: Database) throws {
            let judge = EditionJudge(figures: rules.figures)
            var held: [Survey: [Day: IngestorStore.HeldEdition]] = [:]
            for published in publications.compactMap(\.edition) {
                let survey = Survey(published, from: provenance.source)
                if held[survey] == nil {
                    held[survey] = try IngestorStore.heldEditions(of: survey.source, item: survey.item, in: db)
                }
                let before = held[survey]?[published.day]
                if provenance.origin == .shipped, before?.origin == .live {
                    taken.outcome.counts.duplicate += 1
                    continue
                }
                let verdict = judge.verdict(on: published)
                taken.refusals += verdict.refusals
                try take(verdict.prices, of: survey, on: published.day, before: before, into: &taken, db)
            }
        }

        /// What has editions.
        private struct Survey: Hashable {
            let item: String
            /// Who collects its prices.
            let source: SourceID
            /// What its events are kept under: the item, and the collector where that is not where it comes from.
            let key: String

            init(_ edition: PublishedEdition, from source: SourceID) {
                item = edition.item
                self.source = edition.collector ?? source
                key = edition.collector.map { "\(edition.item)/\($0)" } ?? edition.item
            }
        }

        private func take(
            _ prices: [Price], of survey: Survey, on day: Day, before: IngestorStore.HeldEdition?,
            into taken: inout Taken, _ db: Database
        ) throws {
            guard !prices.isEmpty else { return }
            let hash = IngestorStore.hash(of: prices)
            guard before?.hash != hash else {
                taken.outcome.counts.duplicate += 1
                return
            }
            let edition = try PriceEdition(item: survey.item, day: day, source: survey.source, prices: prices)
            try IngestorStore.accept(edition, hash: hash, origin: provenance.origin, at: now, in: db)
            taken.events.append(
                Outbox.NewEvent(topic: .prices, key: "\(survey.key)/\(day)", body: .priceEdition(edition)))
            taken.outcome.counts.add(isNew: before == nil)
        }
    }
}

extension Counts {
    /// Counts what was taken: of a new day, or in place of what was held.
    fileprivate mutating func add(isNew: Bool) {
        if isNew { accepted += 1 } else { corrected += 1 }
    }
}

extension Publication {
    fileprivate var sheet: PublishedSheet? {
        if case .sheet(let sheet) = self { sheet } else { nil }
    }

    fileprivate var edition: PublishedEdition? {
        if case .edition(let edition) = self { edition } else { nil }
    }

    fileprivate var unusable: Refusal? {
        if case .unusable(let refusal) = self { refusal } else { nil }
    }
}
