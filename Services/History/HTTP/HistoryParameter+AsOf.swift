import SharedDomain
import SharedHTTP

extension HistoryParameter {
    /// The book that a request is answered from: as it stood at `as_of`, or as it stands now.
    ///
    /// - Throws: `INVALID_DATE` for a moment that is still to come: what will be known then is not known now.
    static func book(for request: EdgeRequest, in memory: SeriesMemory) throws -> RateBook {
        memory.book(asOf: try checked(asOf: request[asOf], now: request.receivedAt))
    }

    /// A moment to answer as of, nil for now.
    ///
    /// - Throws: `INVALID_DATE` for one that is still to come.
    static func checked(asOf moment: Instant?, now: Instant) throws(ServiceError) -> Instant? {
        guard let moment, moment > now else { return moment }
        throw .invalidParameter(
            "as_of", provided: "\(moment)", expected: "a moment up to now, \(now): it lies in the future",
            code: .invalidDate)
    }
}
