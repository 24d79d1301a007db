import SharedDomain

/// The points of one page, in the figures that are shown.
struct HistoryPage: Sendable {
    let points: [ShownPoint]
    /// Names the last of them in its series: see `SeriesPoint.position`. Nil of none.
    let lastPosition: Int64?
    /// Whether there are more after it.
    let hasMore: Bool
    /// What the points were read within.
    let frame: PointFrame

    /// - Parameters:
    ///   - position: The point that was given last; nil of the first page.
    ///   - limit: The most points; nil for all.
    ///   - count: About how many points there are to be read: room is made for them.
    ///   - digits: Significant digits of every rate and change.
    /// - Throws: `INVALID_PARAMETER` for a rate that cannot be written with so many digits.
    init(
        of reader: PointReader, after position: Int64?, limit: Int?, expecting count: Int,
        significantDigits digits: Int
    ) throws(ServiceError) {
        var points: [ShownPoint] = []
        points.reserveCapacity(min(limit ?? count, count))
        var lastPosition: Int64?
        var hasMore = false
        for point in reader {
            if let position, point.position <= position { continue }
            if points.count == limit {
                hasMore = true
                break
            }
            // One after another: those in exact numbers are several times as large.
            points.append(try ShownPoint(point, significantDigits: digits))
            lastPosition = point.position
        }
        self.points = points
        self.lastPosition = lastPosition
        self.hasMore = hasMore
        frame = reader.frame
    }
}
