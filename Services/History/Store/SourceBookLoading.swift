import SharedDomain

/// Fills the book of a source from its rows: first the editions of its sheets, then currency by currency its
/// observations, both by day and by when they were recorded.
struct SourceBookLoading {
    private(set) var book: SourceBook
    /// The days that have several editions, ascending.
    private var eventful: [Int32] = []

    init(_ empty: SourceBook) {
        book = empty
    }

    /// Takes in the row of an edition, without its observations.
    mutating func takeEdition(day: Int32, recordedAt: Int64, publishedAt: Int64) {
        let held = book.record(of: day)
        let place = book.note(day: day, recordedAt: recordedAt, publishedAt: publishedAt)
        let edition = edition(of: day, recordedAt, publishedAt)
        if let held {
            if book.editions[day] == nil {
                book.editions[day] = DayEditions(self.edition(of: day, held.recordedAt, held.publishedAt))
                eventful.append(day)
            }
            book.editions[day]?.add(edition)
        }
        book.add(book.marks(of: edition), rows: 0, at: place)
    }

    /// An empty column of a currency.
    func column(of currency: CurrencyCode) -> Column {
        Column(of: currency, in: book, eventful: eventful)
    }

    /// Takes in a column that was filled.
    mutating func put(_ column: Column) {
        for (day, change, recordedAt) in column.changes {
            book.editions[day]?.add(change, recordedAt: recordedAt)
        }
        let closings = Set(column.changes.map(\.day)).sorted().map { day in
            (day, book.editions[day]?.closing(column.currency))
        }
        var (leg, transfers) = (column.leg, column.transfers)
        if !closings.isEmpty {
            leg = leg.replacing(before: .max, closings.map { (day: $0.0, figure: $0.1?.figure) })
            for (day, closing) in closings { transfers.set(closing?.transfer, on: day) }
        }
        book.legs[column.currency] = leg
        if !transfers.days.isEmpty { book.transfers[column.currency] = transfers }
        for place in book.records.indices where column.rows[place] > 0 {
            book.records[place].content.add(column.contents[place])
            book.records[place].rows += column.rows[place]
        }
        book.content.add(column.content)
        book.observations += column.rowCount
    }

    private func edition(of day: Int32, _ recordedAt: Int64, _ publishedAt: Int64) -> SheetEdition {
        SheetEdition(
            source: book.source, pivot: book.pivot, day: Day(number: day),
            publishedAt: Instant(milliseconds: publishedAt), recordedAt: Instant(milliseconds: recordedAt))
    }
}
