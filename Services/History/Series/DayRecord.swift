import SharedDomain

/// What memory keeps of the sheets of one day beside their figures.
struct DayRecord: Sendable {
    /// When the newest edition of all was recorded, in milliseconds since 1970-01-01T00:00:00Z.
    var recordedAt: Int64
    /// When the newest publication was made public, likewise.
    var publishedAt: Int64
    /// Names every row of the day.
    var content = ContentMark()
    /// Rows of observations.
    var rows: Int32 = 0

    init(recordedAt: Int64, publishedAt: Int64) {
        self.recordedAt = recordedAt
        self.publishedAt = publishedAt
    }
}
