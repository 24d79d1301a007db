import SharedDomain

extension Sheet {
    /// Whether this sheet takes the place of one held for the same source and day: it says something else, and was not
    /// recorded before it. The same figures again change nothing.
    func corrects(_ held: Sheet) -> Bool {
        recordedAt >= held.recordedAt && (pivot != held.pivot || quotes != held.quotes)
    }
}
