/// A place in a scene, in pixels from its upper left corner.
struct ScenePoint: Sendable, Equatable {
    var x: Double
    var y: Double
}

/// A rectangle in a scene, in pixels.
struct SceneFrame: Sendable, Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }

    /// Whether the two have more than an edge in common.
    func overlaps(_ other: SceneFrame) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }

    /// Whether the other lies within this one; edges may touch.
    func contains(_ other: SceneFrame) -> Bool {
        x <= other.x && y <= other.y && other.right <= right && other.bottom <= bottom
    }

    /// Whether the point lies within; it may be on an edge.
    func contains(_ point: ScenePoint) -> Bool {
        (x...right).contains(point.x) && (y...bottom).contains(point.y)
    }
}
