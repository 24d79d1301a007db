import SharedDomain

/// A price, and the edition that it stands in.
struct EditionPrice: Sendable, Hashable {
    let price: Price
    /// The day of the edition.
    let day: Day
    /// Who collected it.
    let source: SourceID
    /// When the data-ingestor took the edition in.
    let recordedAt: Instant

    /// Whether this one answers rather than the other where both could: of a later day; of the same day a country's own
    /// before the euro area's; then by the name of the source.
    func precedes(_ other: EditionPrice) -> Bool {
        if day != other.day { return day > other.day }
        let (isShared, isOtherShared) = (price.area == .euroArea, other.price.area == .euroArea)
        return isShared == isOtherShared ? source < other.source : isOtherShared
    }
}
