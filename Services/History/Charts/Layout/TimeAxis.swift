import SharedDomain

/// The level axis of a plot: its marks with their labels below, and an upright line of the grid at each.
struct TimeAxis: Sendable {
    /// The plot that it is the lower edge of.
    let frame: SceneFrame
    let times: TimeScale
    let sizes: ChartSizes
    let language: Language

    var elements: [ChartScene.Element] {
        let ticks = times.ticks(in: language, gap: sizes.labelGap) { label($0, at: $1).frame }
        let grid = ticks.map { upright(at: $0.x, from: frame.y, to: frame.bottom, .grid) }
        let marks = ticks.map { upright(at: $0.x, from: frame.bottom, to: frame.bottom + 4, .axis) }
        let axis = ChartScene.Element.line(
            ScenePoint(x: frame.x, y: frame.bottom), ScenePoint(x: frame.right, y: frame.bottom), .axis,
            isDashed: false)
        return grid + marks + [axis] + ticks.map { .text(label($0.label, at: $0.x)) }
    }

    private func upright(at x: Double, from top: Double, to bottom: Double, _ color: ChartColor) -> ChartScene.Element {
        .line(ScenePoint(x: x, y: top), ScenePoint(x: x, y: bottom), color, isDashed: false)
    }

    /// Below its mark, or beside that where it would reach over the edge.
    private func label(_ label: String, at x: Double) -> SceneText {
        let half = TextMeasure.width(of: label, size: sizes.label) / 2
        let within = max(frame.x + half, min(x, frame.right - half))
        return SceneText(
            label, at: ScenePoint(x: within, y: frame.bottom + sizes.label * 1.45), .middle, size: sizes.label,
            color: .mutedText)
    }
}
