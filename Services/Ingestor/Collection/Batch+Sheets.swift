import GRDB
import SharedContracts
import SharedDomain
import SharedMessaging

extension Intake.Batch {
    /// Takes in the sheets, oldest publication first.
    func takeSheets(into taken: inout Taken, _ db: Database) throws {
        let sheets = publications.compactMap(\.sheet).filter { isBelievable($0, &taken.refusals) }
        guard let first = sheets.first, let last = sheets.last else { return }
        var held = try IngestorStore.heldSheets(of: provenance.source, in: first.day...last.day, db)
        let isRecord = provenance.origin == .shipped
        let judge = SheetJudge(figures: rules.figures, jumps: isRecord ? nil : rules.jumps)
        var recent = RecentQuotes()
        if !isRecord {
            recent = try IngestorStore.recentQuotes(of: provenance.source, before: first.place, in: db)
        }
        for (index, sheet) in sheets.enumerated() {
            let before = held[sheet.place]
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
            held[sheet.place] = try take(verdict.quotes, of: sheet, before: before, into: &taken, db)
        }
    }

    /// - Returns: what is held afterwards.
    private func take(
        _ quotes: [Quote], of published: PublishedSheet, before: IngestorStore.HeldSheet?, into taken: inout Taken,
        _ db: Database
    ) throws -> IngestorStore.HeldSheet? {
        guard !quotes.isEmpty else { return before }
        let content = SheetContent(quotes)
        guard before?.content != content else {
            taken.outcome.counts.duplicate += 1
            return before
        }
        let (source, day) = (provenance.source, published.day)
        let publishedAt = published.publishedAt ?? provenance.calendar?.publishedAt(day) ?? day.start(in: zone)
        // The shipped history counts as recorded when it was published: loaded a second time, by an ingestor that
        // lost its store, it never passes for a correction of what was collected since.
        let first = provenance.origin == .shipped ? publishedAt : now
        let sheet = try Sheet(
            source: source, pivot: published.pivot, day: day, publishedAt: publishedAt,
            recordedAt: before.map { recording(after: $0.recordedAt) } ?? first, quotes: quotes)
        let held = IngestorStore.HeldSheet(
            content: content, origin: provenance.origin, recordedAt: sheet.recordedAt)
        try IngestorStore.accept(held, of: source, at: published.place, in: db)
        if provenance.origin == .live {
            try IngestorStore.confirm(quotes, on: day, of: source, at: now, in: db)
        }
        taken.sheets.append(Outbox.NewEvent(topic: .sheets, key: published.key(of: source), body: .sheet(sheet)))
        taken.outcome.counts.add(isNew: before == nil)
        return held
    }

    /// Whether a sheet was published when it says; a refusal of the whole sheet is noted if not.
    private func isBelievable(_ sheet: PublishedSheet, _ refusals: inout [Refusal]) -> Bool {
        guard let publishedAt = sheet.publishedAt else { return true }
        do throws(FigureRules.Breach) {
            try rules.figures.requireBelievable(publishedAt, of: sheet.day)
            return true
        } catch {
            refusals.append(
                Refusal(
                    error.rule, day: sheet.day, subject: "publishedAt", value: "\(publishedAt)", reason: error.reason))
            return false
        }
    }
}

extension Publication {
    fileprivate var sheet: PublishedSheet? {
        if case .sheet(let sheet) = self { sheet } else { nil }
    }
}
