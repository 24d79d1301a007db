import SharedDomain

/// Tells whether rates are stale at one instant. Rates of one sheet share the answer, so it is worked out once for each.
struct Staleness {
    private struct Publication: Hashable {
        let source: SourceID
        let day: Day
    }

    private let instant: Instant
    private var known: [Publication: Bool] = [:]

    /// Tells for that instant.
    init(at instant: Instant) {
        self.instant = instant
    }

    /// Whether the rate's source should have published a newer one by then.
    mutating func isStale(_ rate: LatestRate) -> Bool {
        isStale(rate.cross.source, observedOn: rate.cross.day)
    }

    /// Whether the source should have published something newer than that day's by then.
    mutating func isStale(_ source: SourceID, observedOn day: Day) -> Bool {
        let publication = Publication(source: source, day: day)
        if let known = known[publication] { return known }
        let isStale = PublicationCalendar.calendar(of: source).isStale(observedOn: day, at: instant)
        known[publication] = isStale
        return isStale
    }

    /// The first moment at which what the source published for that day is stale: the next publication, and its grace.
    static func begins(_ source: SourceID, on day: Day) -> Instant {
        let calendar = PublicationCalendar.calendar(of: source)
        return calendar.nextExpected(after: calendar.publishedAt(day)).advanced(by: calendar.grace)
    }
}
