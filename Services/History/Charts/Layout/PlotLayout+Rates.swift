import SharedDomain

/// The line of the rates, and what is written at it.
extension PlotLayout {
    /// The line of the rates, broken where they do not follow one another.
    var line: [ChartScene.Element] {
        content.series.unbrokenRuns.map { run in
            let points = PixelColumns.thinned(run.map(point))
            if let only = points.first, points.count == 1 {
                return .circle(center: only, radius: sizes.dot * 0.6, fill: .series, rim: .series)
            }
            return .polyline(points, .series, width: sizes.stroke)
        }
    }

    /// The last rate: a dot, and a tag at the edge unless the series ended before that.
    var lastMark: [ChartScene.Element] {
        guard let last = content.series.days.indices.last else { return [] }
        let point = point(at: last)
        let dot = ChartScene.Element.circle(center: point, radius: sizes.dot, fill: .series, rim: .background)
        if content.hasEnded { return [dot] }
        let tag = tagFrame
        let text = SceneText(
            lastRate, at: ScenePoint(x: tag.x + Self.tagPadding, y: tag.y + tag.height / 2 + sizes.label * 0.35),
            size: sizes.label, isBold: true, color: .onSeries)
        return [
            .line(point, ScenePoint(x: frame.right, y: point.y), .series, isDashed: true), dot,
            .rectangle(tag, .series), .text(text),
        ]
    }

    private var tagFrame: SceneFrame {
        let width = TextMeasure.width(of: lastRate, size: sizes.label, isBold: true) + 2 * Self.tagPadding
        let height = sizes.label * ValueAxis.tagHeight
        let y = content.series.days.indices.last.map { point(at: $0).y } ?? frame.y
        return SceneFrame(x: besideX, y: y - height / 2, width: width, height: height)
    }

    /// The highest and the lowest rate, or words where there is nothing of the kind.
    func extremes(_ facts: ChartFacts) -> [ChartScene.Element] {
        let words = content.words
        guard let highest = facts.highest, let lowest = facts.lowest else {
            let texts = content.series.count == 1 ? words.singles(facts.lastDay) : [words.unchanged]
            let middle = (point(at: 0).x + point(at: content.series.count - 1).x) / 2
            return [.text(note(texts, at: middle, baseline: frame.y + sizes.label * 1.6))]
        }
        let above = -(sizes.dot + 5)
        let below = sizes.dot + 4 + sizes.label * TextMeasure.ascent
        return mark(highest, words.highest(highest.rate), shiftedBy: above)
            + mark(lowest, words.lowest(lowest.rate), shiftedBy: below)
    }

    private func mark(
        _ extreme: ChartFacts.Extreme, _ text: String, shiftedBy shift: Double
    ) -> [ChartScene.Element] {
        let point = point(at: extreme.place)
        return [
            .circle(center: point, radius: sizes.dot, fill: .background, rim: .series),
            .text(note(["\(text) · \(extreme.day)", text], at: point.x, baseline: point.y + shift)),
        ]
    }

    /// The fullest text that the plot has room for: in the middle, or moved so that it stays in the plot and, where it
    /// would still stand at its place, so that no line of a break crosses it.
    private func note(_ texts: [String], at x: Double, baseline: Double) -> SceneText {
        let fitting = texts.first { TextMeasure.width(of: $0, size: sizes.label) <= frame.width } ?? ""
        let half = TextMeasure.width(of: fitting, size: sizes.label) / 2
        let lines = breaks.marks.flatMap(\.lines)
        let centred = max(frame.x + half, min(x, frame.right - half))
        let clear = half + Self.tagPadding
        let beside = (lines.map { $0 - clear } + lines.map { $0 + clear }).sorted { abs($0 - x) < abs($1 - x) }
        let free = ([centred] + beside).first { place in
            let isInside = place - half >= frame.x && place + half <= frame.right
            return isInside && abs(place - x) <= clear + 2 && !lines.contains { abs($0 - place) < half + 2 }
        }
        return SceneText(
            fitting, at: ScenePoint(x: free ?? centred, y: baseline), .middle, size: sizes.label, color: .text,
            halo: .background)
    }
}
