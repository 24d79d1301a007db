import Synchronization

/// Holds the current book. A reader takes the whole book and keeps it, unchanged, for as long as it likes.
final class SeriesMemory: Sendable {
    private let book: Mutex<RateBook>

    init(_ book: RateBook = RateBook()) {
        self.book = Mutex(book)
    }

    /// The book after the last commit.
    var current: RateBook { book.withLock { $0 } }

    /// Puts a new book in the place of the current one.
    func publish(_ new: RateBook) {
        book.withLock { $0 = new }
    }
}
