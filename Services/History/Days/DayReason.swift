import SharedDomain

/// Why the rates of a day are those of the day they are of.
enum DayReason: String, CaseIterable, Sendable {
    /// They are of that very day.
    case published
    /// Sources do not publish on Saturdays and Sundays, and nothing that was due before is missing.
    case weekend
    /// The source was closed, and nothing that was due before is missing.
    case holiday
    /// The hour at which the source publishes the rates that hold on that day is still to come.
    case notYetPublished = "not_yet_published"
    /// The source should have published newer ones by then, and nothing is held.
    case sourceLate = "source_late"

    /// - Parameter now: The moment that is answered as of.
    init(_ requested: Day, servedFrom effective: Day, by calendar: PublicationCalendar, at now: Instant) {
        let due = calendar.lastPublicationDay(upTo: requested)
        if requested == effective {
            self = .published
        } else if due > effective {
            self = calendar.publishedAt(due) > now ? .notYetPublished : .sourceLate
        } else {
            self = requested.isWeekend ? .weekend : .holiday
        }
    }
}

extension PublicationCalendar {
    /// The day whose rates hold on a day: itself, or the newest one before it on which the source publishes.
    func lastPublicationDay(upTo day: Day) -> Day {
        isPublicationDay(day) ? day : previousPublicationDay(before: day)
    }
}
