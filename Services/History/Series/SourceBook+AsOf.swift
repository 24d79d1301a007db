import SharedDomain

extension SourceBook {
    /// The book as it stood at an instant: only what had been recorded by then; nil of nothing.
    ///
    /// The days whose newest edition is younger are taken out, or taken back to the editions that there were then. The
    /// rest is as it is, in the memory of this book: an edition is never changed. Only what has another figure on some
    /// day, of which there is little, is copied.
    func asOf(_ instant: Instant) -> SourceBook? {
        guard let newestRecording, newestRecording > instant else { return self }
        let then = Then(of: self, at: instant)
        var book = SourceBook(source: source, pivot: pivot, intradayDays: intradayDays)
        for (currency, leg) in legs {
            let old = leg.replacing(
                before: then.end, then.days.map { _, day, editions in (day, figure(of: currency, in: editions)) })
            if currency == pivot || !old.days.isEmpty { book.legs[currency] = old }
        }
        guard !book.days.isEmpty else { return nil }
        for (currency, column) in transfers {
            var old = column.before(then.end)
            for (_, day, editions) in then.days {
                let transfer = editions?.closing(currency)?.transfer
                if !TransferFigures.areWrittenAlike(old[day], transfer) { old.set(transfer, on: day) }
            }
            book.transfers[currency] = old
        }
        for (currency, column) in reducedBars {
            var old = column.before(then.end)
            for (_, day, _) in then.days { old.set(nil, on: day) }
            book.reducedBars[currency] = old
        }
        book.editions = editions.keys.allSatisfy { $0 < then.end } ? editions : editions.filter { $0.key < then.end }
        for (_, day, editions) in then.days {
            book.editions[day] = editions.flatMap { $0.editions.count > 1 ? $0 : nil }
        }
        book.records = then.records
        for record in then.records {
            book.content.add(record.content)
            book.observations += Int(record.rows)
        }
        book.newestRecording = then.records.map(\.recordedAt).max().map(Instant.init(milliseconds:))
        return book
    }

    /// The recordings next to an instant: the last up to it and the first after it; nil where there is none.
    func recordings(around instant: Instant) -> (last: Instant?, next: Instant?) {
        var (last, next) = (Int64.min, Int64.max)
        func take(_ recording: Int64) {
            if recording <= instant.milliseconds {
                last = max(last, recording)
            } else {
                next = min(next, recording)
            }
        }
        for record in records { take(record.recordedAt) }
        for day in editions.values {
            for edition in day.editions { take(edition.recordedAt.milliseconds) }
        }
        return (
            last == .min ? nil : Instant(milliseconds: last), next == .max ? nil : Instant(milliseconds: next)
        )
    }

    private func figure(of currency: CurrencyCode, in editions: DayEditions?) -> Figure? {
        currency == pivot ? editions.map { _ in .one } : editions?.closing(currency)?.figure
    }
}

/// The days of a book that were different at an instant.
private struct Then {
    /// From this day on there was nothing.
    private(set) var end = Int32.max
    /// Those before it, ascending, with what there was of them; nil of nothing.
    private(set) var days: [(place: Int, day: Int32, editions: DayEditions?)] = []
    /// What is kept of every day that there was.
    private(set) var records: ArraySlice<DayRecord>

    init(of book: SourceBook, at instant: Instant) {
        records = book.records
        for (place, day) in book.days.enumerated() where records[place].recordedAt > instant.milliseconds {
            days.append((place, day, book.editions[day]?.asOf(instant)))
        }
        // Mostly the newest days: those are cut off at once.
        while let changed = days.last, changed.editions == nil, changed.place == records.count - 1 {
            end = changed.day
            days.removeLast()
            records = records.prefix(changed.place)
        }
        if !days.isEmpty { takeBackRecords(in: book) }
    }

    private mutating func takeBackRecords(in book: SourceBook) {
        var then: ArraySlice<DayRecord> = []
        then.reserveCapacity(records.count)
        var start = 0
        for changed in days {
            then.append(contentsOf: records[start..<changed.place])
            if let editions = changed.editions { then.append(DayRecord(editions, in: book)) }
            start = changed.place + 1
        }
        then.append(contentsOf: records[start...])
        records = then
    }
}

extension DayRecord {
    /// Of a day with these editions.
    init(_ editions: DayEditions, in book: SourceBook) {
        self.init(
            recordedAt: editions.editions.last?.recordedAt.milliseconds ?? .min,
            publishedAt: editions.publications.last?.publishedAt.milliseconds ?? .min)
        for edition in editions.editions { content.add(book.marks(of: edition)) }
        rows = Int32(editions.rowCount)
    }
}
