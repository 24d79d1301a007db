import SharedDomain
import Synchronization

extension SeriesMemory {
    /// The most books of the past that are kept. Each shares the memory of the current one but for the currencies that
    /// were corrected since.
    static let mostPastBooks = 4

    /// The book as it stood at a moment, for reads as of then; the current one of nil and of a moment from the newest
    /// recording on.
    ///
    /// A book of the past is made in a few milliseconds, once, and kept for the next questions about any moment between
    /// the same two recordings, until something new is committed.
    func book(asOf moment: Instant?) -> RateBook {
        let state = state.withLock { $0 }
        guard let moment, let newest = state.book.newestRecording, moment < newest else { return state.book }
        return state.known(asOf: moment) ?? making.withLock { _ in make(asOf: moment) }
    }

    private func make(asOf moment: Instant) -> RateBook {
        let state = state.withLock { $0 }
        // Another one may have made it in the meantime.
        if let known = state.known(asOf: moment) { return known }
        let past = PastBook(moments: state.book.moments(around: moment), book: state.book.asOf(moment))
        keep(past, number: state.number)
        return past.book
    }

    private func keep(_ book: PastBook, number: UInt64) {
        state.withLock { state in
            guard state.number == number, !state.past.contains(where: { $0.moments == book.moments }) else { return }
            if state.past.count == Self.mostPastBooks { state.past.removeFirst() }
            state.past.append(book)
        }
    }
}

extension SeriesMemory.State {
    /// The book as it stood at a moment, if it is kept.
    fileprivate func known(asOf moment: Instant) -> RateBook? {
        guard let known = past.first(where: { $0.moments.contains(moment) })?.book else { return nil }
        // What nothing had been recorded of names the moment in its refusal.
        return known.isEmpty ? book.asOf(moment) : known
    }
}

extension RateBook {
    /// From the last recording up to a moment to the next one: in between the book was the same.
    fileprivate func moments(around moment: Instant) -> Range<Instant> {
        let recordings = sources.values.map { $0.recordings(around: moment) }
        let last = recordings.compactMap(\.last).max() ?? .distantPast
        let next = recordings.compactMap(\.next).min() ?? .distantFuture
        return last..<next
    }
}

extension Instant {
    /// After everything that will ever be recorded.
    fileprivate static let distantFuture = Instant(milliseconds: .max)
}
