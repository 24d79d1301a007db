import GRDB
import SharedDomain

extension BarTable {
    /// Brings the bars up to date with an edition that `book` has taken in.
    func follow(_ edition: SheetEdition, in book: SourceBook) throws {
        let day = edition.day.number
        guard let editions = book.editions[day] else { return }
        for change in edition.changes {
            if let bar = book.reducedBars[change.currency]?[day] {
                try put(reduced: bar, of: change.currency, on: day, from: book.source)
            } else if editions.publications.count > 1 {
                try put(editions.bars(of: change.currency), of: change.currency, on: day, from: book.source)
            }
        }
    }

    /// Reads the bars of the days whose observations are no longer kept into a book.
    func fill(_ book: inout SourceBook) throws {
        for (key, bar) in try reduced(from: book.source) {
            book.putReduced(bar, of: key.currency, on: key.day)
        }
    }
}
