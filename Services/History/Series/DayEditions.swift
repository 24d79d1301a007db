import SharedDomain

/// Every edition of the sheets of one day, corrections and further publications alike: what decides which figures the
/// day has, now and as of any instant. Memory keeps it of days with more than one edition, which are few.
struct DayEditions: Sendable {
    /// Ascending by when they were recorded; no two at one instant.
    private(set) var editions: [SheetEdition] = []
    /// Ascending by when they were published.
    private(set) var publications: [DayPublication] = []
    /// Rows of observations, over all editions.
    private(set) var rowCount = 0

    init(_ first: SheetEdition) {
        add(first)
    }

    /// Takes in an edition. Those of one publication come in the order they were recorded.
    mutating func add(_ edition: SheetEdition) {
        let place = editions.lastIndex { $0.recordedAt < edition.recordedAt }.map { $0 + 1 } ?? 0
        editions.insert(edition, at: place)
        rowCount += edition.changes.count
        if let held = publications.firstIndex(where: { $0.publishedAt == edition.publishedAt }) {
            publications[held].take(edition)
        } else {
            let place = publications.lastIndex { $0.publishedAt < edition.publishedAt }.map { $0 + 1 } ?? 0
            publications.insert(DayPublication(edition), at: place)
        }
    }

    /// Takes in a row of an edition held, as it is read from the store: those of a currency in the order they were
    /// recorded. Does nothing when there is no such edition, which the store rules out.
    mutating func add(_ change: SheetEdition.Change, recordedAt: Int64) {
        guard let place = editions.firstIndex(where: { $0.recordedAt.milliseconds == recordedAt }),
            let held = publications.firstIndex(where: { $0.publishedAt == editions[place].publishedAt })
        else { return }
        editions[place].changes.append(change)
        publications[held].take(change)
        rowCount += 1
    }

    /// The publication of that instant, nil when none is held.
    func publication(at publishedAt: Instant) -> DayPublication? {
        publications.first { $0.publishedAt == publishedAt }
    }

    /// What the day has for a currency: that of the latest publication that has one.
    func closing(_ currency: CurrencyCode) -> Observation? {
        for publication in publications.reversed() {
            if let observation = publication.observations[currency] { return observation }
        }
        return nil
    }

    /// What of it had been recorded by an instant, nil of nothing.
    func asOf(_ instant: Instant) -> DayEditions? {
        let known = editions.filter { $0.recordedAt <= instant }
        guard let first = known.first else { return nil }
        return known.dropFirst().reduce(into: DayEditions(first)) { $0.add($1) }
    }

    /// The first instant from one on at which no edition was recorded.
    func freeInstant(from instant: Instant) -> Instant {
        let taken = Set(editions.map(\.recordedAt))
        var free = instant
        while taken.contains(free) { free = free.advanced(by: .milliseconds(1)) }
        return free
    }
}
