import SharedDomain

extension SourceBook {
    /// What a sheet brings that is not held, nil when it brings nothing: a sheet that says what is held already, or one
    /// recorded before the newest edition of its publication, which has overtaken it.
    ///
    /// An edition of the same millisecond as another one of the day counts as recorded a millisecond later: the two
    /// stay apart, and of corrections the later in the log is the newer.
    func edition(of sheet: Sheet) -> SheetEdition? {
        guard let held = everyEdition(of: sheet.day) else {
            return SheetEdition(sheet, recordedAt: sheet.recordedAt, changes: sheet.observations)
        }
        var (instant, changes) = (sheet.recordedAt, sheet.observations)
        if let publication = held.publication(at: sheet.publishedAt) {
            guard sheet.recordedAt >= publication.recordedAt else { return nil }
            instant = max(instant, publication.recordedAt.advanced(by: .milliseconds(1)))
            changes = publication.changes(to: changes)
        }
        changes = remaining(changes, publishedAt: sheet.publishedAt, of: held)
        guard !changes.isEmpty else { return nil }
        return SheetEdition(sheet, recordedAt: held.freeInstant(from: instant), changes: changes)
    }

    /// Takes in an edition that `edition(of:)` gave.
    ///
    /// - Throws: as `Bar`.
    mutating func apply(_ edition: SheetEdition) throws(ServiceError) {
        let day = edition.day.number
        if let held = everyEdition(of: edition.day) {
            if editions[day] == nil { editions[day] = held }
            editions[day]?.add(edition)
        }
        let place = note(
            day: day, recordedAt: edition.recordedAt.milliseconds, publishedAt: edition.publishedAt.milliseconds)
        for change in edition.changes {
            let closing = editions[day].map { $0.closing(change.currency) } ?? change.observation
            settle(change.currency, closing, on: day)
            if let bar = reducedBars[change.currency]?[day], let close = closing?.figure {
                putReduced(try bar.closing(at: close), of: change.currency, on: day)
            }
        }
        add(marks(of: edition), rows: edition.changes.count, at: place)
    }

    /// Notes an edition of a day, each one once.
    /// - Returns: the place of the day.
    mutating func note(day: Int32, recordedAt instant: Int64, publishedAt published: Int64) -> Int {
        newestRecording = max(newestRecording ?? Instant(milliseconds: instant), Instant(milliseconds: instant))
        let place = legs[pivot, default: Leg()].place(of: day)
        if place < days.count, days[place] == day {
            records[place].recordedAt = max(records[place].recordedAt, instant)
            records[place].publishedAt = max(records[place].publishedAt, published)
        } else {
            records.insert(DayRecord(recordedAt: instant, publishedAt: published), at: place)
            legs[pivot, default: Leg()].set(.one, on: day)
        }
        return place
    }

    /// Adds rows to what names the content.
    mutating func add(_ marks: ContentMark, rows: Int, at place: Int) {
        records[place].content.add(marks)
        records[place].rows += Int32(rows)
        content.add(marks)
        observations += rows
    }

    /// Puts what a day has of a currency in place.
    mutating func settle(_ currency: CurrencyCode, _ closing: Observation?, on day: Int32) {
        legs[currency, default: Leg()].set(closing?.figure, on: day)
        if closing?.transfer != nil || transfers[currency] != nil {
            transfers[currency, default: DayColumn()].set(closing?.transfer, on: day)
        }
    }

    /// All editions of a day, nil without a sheet. Those of a day that has one are what it says.
    func everyEdition(of day: Day) -> DayEditions? {
        if let several = editions[day.number] { return several }
        guard let record = record(of: day.number) else { return nil }
        let changes = legs.keys.filter { $0 != pivot }.compactMap { currency in
            observation(of: currency, on: day.number)
                .map { SheetEdition.Change(currency: currency, observation: $0) }
        }
        return DayEditions(
            SheetEdition(
                source: source, pivot: pivot, day: day, publishedAt: Instant(milliseconds: record.publishedAt),
                recordedAt: Instant(milliseconds: record.recordedAt), changes: changes))
    }

    /// The marks of an edition and its rows.
    func marks(of edition: SheetEdition) -> ContentMark {
        let (day, instant) = (edition.day.number, edition.recordedAt.milliseconds)
        var marks = ContentMark()
        marks.add(
            RowMarker(sheetsOf: source, pivot: pivot).mark(
                day: day, recordedAt: instant, publishedAt: edition.publishedAt.milliseconds))
        for change in edition.changes {
            let marker = RowMarker(observationsOf: change.currency, from: source)
            marks.add(marker.mark(day: day, recordedAt: instant, observation: change.observation))
        }
        return marks
    }
}
