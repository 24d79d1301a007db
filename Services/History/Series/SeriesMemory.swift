import SharedDomain
import Synchronization

/// Holds the current book. A reader takes the whole book and keeps it, unchanged, for as long as it likes.
final class SeriesMemory: Sendable {
    let state: Mutex<State>
    /// Held while a book of the past is made: those who ask for one moment at one time get one book.
    let making = Mutex<Void>(())

    init(_ book: RateBook = RateBook()) {
        state = Mutex(State(book: book))
    }

    /// The book after the last commit.
    var current: RateBook { state.withLock { $0.book } }

    /// Puts a new book in the place of the current one.
    func publish(_ new: RateBook) {
        state.withLock { $0 = State(book: new, number: $0.number + 1) }
    }

    /// What there is between two commits.
    struct State: Sendable {
        let book: RateBook
        /// Counts the books.
        var number: UInt64 = 0
        /// Some states of the past that were asked for, the last made last.
        var past: [PastBook] = []
    }

    /// The book as it stood between two recordings.
    struct PastBook: Sendable {
        /// When it began to be so, and when it ended.
        let moments: Range<Instant>
        let book: RateBook
    }
}
