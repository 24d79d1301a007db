import GRDB
import SharedContracts
import SharedDomain
import SharedMessaging

extension Intake.Batch {
    /// Takes in the editions, oldest first.
    func takeEditions(into taken: inout Taken, _ db: Database) throws {
        let editions = publications.compactMap(\.edition)
        var held: [Survey: [Day: IngestorStore.HeldEdition]] = [:]
        for published in editions {
            let survey = Survey(published, from: provenance.source)
            if held[survey] == nil {
                held[survey] = try IngestorStore.heldEditions(of: survey.source, item: survey.item, in: db)
            }
            // All editions of a batch are announced as of one moment: after the last of those they may correct.
            if let before = held[survey]?[published.day] {
                taken.editionsRecordedAt = max(taken.editionsRecordedAt, recording(after: before.recordedAt))
            }
        }
        let judge = EditionJudge(figures: rules.figures)
        for published in editions {
            let survey = Survey(published, from: provenance.source)
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
        try IngestorStore.accept(
            edition, hash: hash, origin: provenance.origin, at: taken.editionsRecordedAt, in: db)
        taken.editions.append(
            Outbox.NewEvent(topic: .prices, key: "\(survey.key)/\(day)", body: .priceEdition(edition)))
        taken.outcome.counts.add(isNew: before == nil)
    }
}

extension Publication {
    fileprivate var edition: PublishedEdition? {
        if case .edition(let edition) = self { edition } else { nil }
    }
}
