import SharedDomain

/// The time at the beginning of a line.
enum LogTime {
    /// RFC 3339 in UTC, always with three digits of a second's fraction, so that lines sort as text.
    static func text(of instant: Instant) -> String {
        instant.text(alwaysWithMilliseconds: true)
    }
}
