/// The points of one page.
struct HistoryPage: Sendable {
    let points: [SeriesPoint]
    /// Whether there are more after it.
    let hasMore: Bool
    /// What the points were read within.
    let frame: PointFrame

    /// - Parameters:
    ///   - position: The point that was given last; nil of the first page.
    ///   - limit: The most points; nil for all.
    init(of reader: PointReader, after position: Int64?, limit: Int?) {
        var points: [SeriesPoint] = []
        var hasMore = false
        for point in reader {
            if let position, point.position <= position { continue }
            if points.count == limit {
                hasMore = true
                break
            }
            points.append(point)
        }
        self.points = points
        self.hasMore = hasMore
        frame = reader.frame
    }
}
