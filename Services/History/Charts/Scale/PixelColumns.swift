/// Thins out a line that has more points than a screen has columns.
enum PixelColumns {
    /// The points of a line, from left to right: of those that stand in one column of pixels only the highest and the
    /// lowest, so that it looks the same. The first and the last point stay.
    static func thinned(_ points: [ScenePoint]) -> [ScenePoint] {
        guard points.count > 2 else { return points }
        var kept: [ScenePoint] = []
        var start = 0
        while start < points.count {
            let column = points[start].x.rounded(.down)
            var end = start + 1
            while end < points.count, points[end].x.rounded(.down) == column { end += 1 }
            kept.append(
                contentsOf: places(in: points[start..<end], isFirst: start == 0, isLast: end == points.count).map {
                    points[$0]
                })
            start = end
        }
        return kept
    }

    /// The places to keep of one column, ascending.
    private static func places(in column: ArraySlice<ScenePoint>, isFirst: Bool, isLast: Bool) -> [Int] {
        guard column.count > 2 else { return Array(column.indices) }
        var places: Set<Int> = []
        if let highest = column.indices.min(by: { column[$0].y < column[$1].y }) { places.insert(highest) }
        if let lowest = column.indices.max(by: { column[$0].y < column[$1].y }) { places.insert(lowest) }
        if isFirst { places.insert(column.startIndex) }
        if isLast { places.insert(column.endIndex - 1) }
        return places.sorted()
    }
}
