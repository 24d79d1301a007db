import SharedDomain

/// Why the rates of a day are those of the day they are of.
enum DayReason: String, CaseIterable, Sendable {
    /// They are of that very day.
    case published
    /// Sources do not publish on Saturdays and Sundays.
    case weekend
    /// The source was closed.
    case holiday
    /// The hour at which the source publishes that day's rates is still to come.
    case notYetPublished = "not_yet_published"
    /// The source should have published by then, and has not.
    case sourceLate = "source_late"

    /// - Parameter now: The moment that is answered as of.
    init(_ requested: Day, servedFrom effective: Day, by calendar: PublicationCalendar, at now: Instant) {
        if requested == effective {
            self = .published
        } else if calendar.isPublicationDay(requested) {
            self = calendar.publishedAt(requested) > now ? .notYetPublished : .sourceLate
        } else {
            self = requested.isWeekend ? .weekend : .holiday
        }
    }
}
