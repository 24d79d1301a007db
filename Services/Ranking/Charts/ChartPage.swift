/// A part of a chart: so many entries from a place on.
struct ChartPage: Sendable, Hashable {
    /// How many entries a page may have.
    static let limits = 1...50
    /// How many entries may come before a page: more than there are countries.
    static let offsets = 0...10_000

    let limit: Int
    let offset: Int
    /// How many entries the whole chart has.
    let total: Int

    /// The entries of the page.
    func part<Entry>(of entries: [Entry]) -> ArraySlice<Entry> { entries.dropFirst(offset).prefix(limit) }

    /// From 1.
    var current: Int { offset / limit + 1 }
    /// At least 1: an empty chart has one empty page.
    var count: Int { max(1, (total + limit - 1) / limit) }
    var hasNext: Bool { offset + limit < total }
    var hasPrevious: Bool { offset > 0 }
}
