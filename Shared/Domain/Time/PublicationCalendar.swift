package import Foundation

/// When a source publishes: on which days, and at what time by its own clock.
package struct PublicationCalendar: Sendable {
    /// The zone of the source's clock.
    package let zone: TimeZone
    /// How long after the nominal time a publication may come before its lack counts as staleness.
    package let grace: Duration

    private let hour: Int
    private let minute: Int
    private let isOpen: @Sendable (Day) -> Bool

    /// A source that publishes at `hour`:`minute` in `zone` on the days for which `isOpen` holds.
    package init(
        zone: TimeZone, hour: Int, minute: Int, grace: Duration, isOpen: @escaping @Sendable (Day) -> Bool
    ) {
        self.zone = zone
        self.hour = hour
        self.minute = minute
        self.grace = grace
        self.isOpen = isOpen
    }

    /// Whether the source publishes on that day.
    package func isPublicationDay(_ day: Day) -> Bool { isOpen(day) }

    /// When that day's values come out, by the book.
    package func publishedAt(_ day: Day) -> Instant {
        day.instant(hour: hour, minute: minute, in: zone)
    }

    /// The newest day whose values should be out at that instant.
    package func latestExpectedDay(at instant: Instant) -> Day {
        let today = Day(of: instant, in: zone)
        return previousPublicationDay(before: publishedAt(today) <= instant ? today.adding(days: 1) : today)
    }

    /// When the next values come out, strictly after that instant.
    package func nextExpected(after instant: Instant) -> Instant {
        let today = Day(of: instant, in: zone)
        return publishedAt(nextPublicationDay(from: publishedAt(today) > instant ? today : today.adding(days: 1)))
    }

    /// Whether newer values than those of `observed` should be known by now: a publication is out and its grace over.
    package func isStale(observedOn observed: Day, at instant: Instant) -> Bool {
        observed < latestExpectedDay(at: instant.advanced(by: .zero - grace))
    }

    /// The newest publication day before that day, or the day itself if the source has none within `longestClosure`.
    package func previousPublicationDay(before day: Day) -> Day {
        let earlier = (1...Self.longestClosure).lazy.map { day.adding(days: -$0) }
        return earlier.first(where: isOpen) ?? day
    }

    private func nextPublicationDay(from day: Day) -> Day {
        let later = (0...Self.longestClosure).lazy.map { day.adding(days: $0) }
        return later.first(where: isOpen) ?? day
    }

    /// No source is closed for so many days in a row.
    private static let longestClosure = 31
}
