import SharedDomain

extension SourceBookLoading {
    /// The rows of one currency, as they are read.
    struct Column {
        let currency: CurrencyCode
        /// The figures of the days that have one edition.
        private(set) var leg = Leg()
        /// The transfer prices of these days.
        private(set) var transfers = DayColumn<TransferFigures>()
        /// The rows of the other days, in the order they were read.
        private(set) var changes: [(day: Int32, change: SheetEdition.Change, recordedAt: Int64)] = []
        /// Names all rows, by the place of their day.
        private(set) var contents: [ContentMark]
        /// How many there are, likewise.
        private(set) var rows: [Int32]
        private(set) var content = ContentMark()
        private(set) var rowCount = 0

        private let days: ArraySlice<Int32>
        private let marker: RowMarker
        private let eventful: [Int32]
        /// Where in `days`, and in `eventful`, the rows have come to.
        private var (place, nextEventful) = (0, 0)

        init(of currency: CurrencyCode, in book: SourceBook, eventful: [Int32]) {
            self.currency = currency
            self.eventful = eventful
            days = book.days
            marker = RowMarker(observationsOf: currency, from: book.source)
            contents = Array(repeating: ContentMark(), count: days.count)
            rows = Array(repeating: 0, count: days.count)
            leg.reserve(days.count)
        }

        /// Takes in a row. Every row is of an edition that the store has: it makes sure of that.
        mutating func take(_ observation: Observation?, day: Int32, recordedAt: Int64) {
            while days[place] < day { place += 1 }
            let mark = marker.mark(day: day, recordedAt: recordedAt, observation: observation)
            contents[place].add(mark)
            content.add(mark)
            rows[place] += 1
            rowCount += 1
            while nextEventful < eventful.count, eventful[nextEventful] < day { nextEventful += 1 }
            guard nextEventful == eventful.count || eventful[nextEventful] != day else {
                let change = SheetEdition.Change(currency: currency, observation: observation)
                changes.append((day, change, recordedAt))
                return
            }
            leg.set(observation?.figure, on: day)
            if let transfer = observation?.transfer { transfers.set(transfer, on: day) }
        }
    }
}
