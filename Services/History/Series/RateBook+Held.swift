import SharedDomain

extension RateBook {
    /// Refuses to answer from an empty book.
    ///
    /// - Throws: `DATA_NOT_READY` when nothing at all is held; `NOT_FOUND` when nothing had been recorded by the
    ///   instant that this is the state of.
    func requireHeld() throws(ServiceError) {
        guard isEmpty else { return }
        guard let past else { throw .dataNotReady("No exchange rates are held yet; try again shortly.") }
        throw .notFound(
            "Nothing had been recorded as of \(past.moment): the first recording is of \(past.firstRecording).",
            details: [
                "parameter": "as_of", "provided": "\(past.moment)",
                "expected": "a moment from \(past.firstRecording) on",
            ])
    }
}

extension Instant {
    /// Before everything that was ever recorded.
    static let distantPast = Instant(milliseconds: .min)
}
