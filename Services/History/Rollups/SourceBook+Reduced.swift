import SharedDomain

extension SourceBook {
    /// The first day whose observations are kept one by one: so many days up to the newest one held, nil without any.
    var firstIntradayDay: Int32? { days.last.map { $0 - Int32(intradayDays) + 1 } }

    /// Whether some observations of the day are no longer kept.
    func isReduced(_ day: Int32) -> Bool { reducedBars.values.contains { $0[day] != nil } }

    /// Puts the bar of a day whose observations are no longer kept in the place of the one held.
    mutating func putReduced(_ bar: Bar, of currency: CurrencyCode, on day: Int32) {
        let marker = RowMarker(barsOf: currency, from: source)
        var marks = ContentMark()
        marks.add(marker.mark(day: day, bar: bar))
        if let held = reducedBars[currency]?[day] { marks.remove(marker.mark(day: day, bar: held)) }
        reducedBars[currency, default: DayColumn()].set(bar, on: day)
        guard let place = place(of: day) else { return }
        add(marks, rows: 0, at: place)
    }

    /// Of the changes of an edition to a day those that still matter: of a currency whose observations are no longer
    /// kept only what concerns the close, or follows it.
    func remaining(
        _ changes: [SheetEdition.Change], publishedAt: Instant, of day: DayEditions
    ) -> [SheetEdition.Change] {
        guard let number = day.editions.first?.day.number, isReduced(number) else { return changes }
        return changes.filter { change in
            guard reducedBars[change.currency]?[number] != nil,
                let closing = day.publications.last(where: { $0.observations[change.currency] != nil })
            else { return true }
            return publishedAt >= closing.publishedAt
        }
    }

    /// Reduces the observations of a day to its close: of each currency that several publications have, those before
    /// the one that gives the close are let go, with the rows of their corrections; its bar stays.
    ///
    /// - Returns: what is to be done to the store, nil when there is nothing to let go of.
    /// - Throws: as `Bar`.
    mutating func reduce(_ day: Int32) throws(ServiceError) -> DayReduction? {
        guard let held = editions[day], held.publications.count > 1, let place = place(of: day) else { return nil }
        var reduction = DayReduction(source: source, day: day)
        var closings: [CurrencyCode: Instant] = [:]
        for currency in held.currencies {
            let several = held.publications.filter { $0.observations[currency] != nil }
            guard several.count > 1, let closing = several.last else { continue }
            if let bar = reducedBars[currency]?[day] {
                reduction.bars[currency] = bar
            } else if let bars = try held.bars(of: currency) {
                reduction.bars[currency] = bars.day
            } else {
                continue
            }
            closings[currency] = closing.publishedAt
        }
        guard !closings.isEmpty else { return nil }
        var kept: [SheetEdition] = []
        for edition in held.editions {
            let isGone: (SheetEdition.Change) -> Bool = { change in
                closings[change.currency].map { edition.publishedAt < $0 } ?? false
            }
            for change in edition.changes where isGone(change) {
                reduction.observations.append((change.currency, edition.recordedAt))
            }
            var rest = edition
            rest.changes.removeAll(where: isGone)
            if rest.changes.isEmpty {
                reduction.sheets.append(edition.recordedAt)
            } else {
                kept.append(rest)
            }
        }
        // The publications that give the closes stay.
        guard let first = kept.first else { return nil }
        let left = kept.dropFirst().reduce(into: DayEditions(first)) { $0.add($1) }
        replace(left, at: place, on: day)
        for (currency, bar) in reduction.bars { putReduced(bar, of: currency, on: day) }
        newestRecording = records.map(\.recordedAt).max().map(Instant.init(milliseconds:))
        return reduction
    }

    private mutating func replace(_ left: DayEditions, at place: Int, on day: Int32) {
        content.remove(records[place].content)
        observations -= Int(records[place].rows)
        var record = DayRecord(left, in: self)
        for (currency, column) in reducedBars {
            guard let bar = column[day] else { continue }
            record.content.add(RowMarker(barsOf: currency, from: source).mark(day: day, bar: bar))
        }
        records[place] = record
        content.add(record.content)
        observations += Int(record.rows)
        editions[day] = left.editions.count > 1 ? left : nil
    }
}

/// What the store does when the observations of a day are reduced to its close.
struct DayReduction: Sendable {
    let source: SourceID
    let day: Int32
    /// The rows to be removed, by currency and by when they were recorded.
    var observations: [(currency: CurrencyCode, recordedAt: Instant)] = []
    /// The editions of which nothing is left, by when they were recorded.
    var sheets: [Instant] = []
    /// The bars that stay.
    var bars: [CurrencyCode: Bar] = [:]
}
