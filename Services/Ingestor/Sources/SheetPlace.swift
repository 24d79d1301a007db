import SharedDomain

/// What a sheet is known by among those of its source, in the order of publication: its day, and which of the day's
/// publications it is.
struct SheetPlace: Sendable, Hashable, Comparable {
    let day: Day
    /// When the source published it, in milliseconds since 1970-01-01T00:00:00Z; 0 of the only sheet of a day.
    var publication: Int64 = 0

    static func < (one: SheetPlace, other: SheetPlace) -> Bool {
        (one.day, one.publication) < (other.day, other.publication)
    }
}

extension PublishedSheet {
    /// Where it stands among the sheets of its source.
    var place: SheetPlace { SheetPlace(day: day, publication: publishedAt?.milliseconds ?? 0) }

    /// What its events are kept under, of which the newest stays in the log.
    func key(of source: SourceID) -> String {
        publishedAt.map { "\(source)/\(day)/\($0)" } ?? "\(source)/\(day)"
    }
}
