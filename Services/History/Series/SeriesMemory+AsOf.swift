import SharedDomain

extension SeriesMemory {
    /// The book as it stood at a moment, for reads as of then; the current one of nil.
    func book(asOf moment: Instant?) -> RateBook {
        current
    }
}
