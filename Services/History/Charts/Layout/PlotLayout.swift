import SharedDomain

/// Arranges the plot of a chart and its axes.
struct PlotLayout: Sendable {
    let content: ChartContent
    let sizes: ChartSizes
    /// Where the lines of the axes are.
    let frame: SceneFrame
    let values: ValueScale
    let times: TimeScale
    /// The marks of the upright axis, with their labels to the right of the plot.
    let valueAxis: ValueAxis
    let breaks: BreakStrip
    private let lastRate: String

    /// - Parameters:
    ///   - rates: from the lowest to the highest.
    ///   - lastRate: the last of them, as it is written.
    init(_ layout: ChartLayout, rates: ClosedRange<Double>, lastRate: String) {
        let (content, sizes) = (layout.content, layout.sizes)
        let rows = BreakStrip.rows(for: content, height: sizes.height)
        let top = layout.headerBottom + sizes.label * 0.9 + Double(rows) * sizes.labelLine
        let bottom = layout.footerTop - sizes.labelLine * 1.35
        // The highest and the lowest rate are written above and below the line.
        let roomForExtremes = sizes.dot + sizes.label * TextMeasure.lineHeight + 6
        values = ValueScale(rates, top: top + roomForExtremes, bottom: bottom - roomForExtremes)
        let tagged = content.hasEnded ? nil : content.series.rates.last
        let axis = ValueAxis(values, top: top, bottom: bottom, sizes, besides: tagged.map(values.y(of:)))
        let widths = axis.ticks.map { TextMeasure.width(of: ValueAxis.label(of: $0), size: sizes.label) }
        let tag =
            tagged == nil
            ? 0 : TextMeasure.width(of: lastRate, size: sizes.label, isBold: true) + 2 * Self.tagPadding
        let margin = sizes.dot + 2 + max(Self.tagPadding + (widths.max() ?? 0), tag)
        let right = sizes.width - sizes.padding - margin
        frame = SceneFrame(x: sizes.padding, y: top, width: right - sizes.padding, height: bottom - top)
        times = TimeScale(days: content.days, left: frame.x, right: frame.right)
        breaks = BreakStrip(content, sizes, times, rows: rows, bottom: top - sizes.label * 0.4)
        valueAxis = axis
        self.content = content
        self.sizes = sizes
        self.lastRate = lastRate
    }

    private static let tagPadding = 4.0

    /// Where what is written beside the plot begins.
    private var besideX: Double { frame.right + sizes.dot + 2 }

    /// Where a rate of the series stands.
    func point(at place: Int) -> ScenePoint {
        ScenePoint(x: times.x(of: content.series.days[place]), y: values.y(of: content.series.rates[place]))
    }

    // MARK: Axes

    /// Stretches without rates, the grid, the axes and their labels.
    var background: [ChartScene.Element] {
        let bands = breaks.marks.compactMap(\.band).map { band in
            ChartScene.Element.rectangle(
                SceneFrame(
                    x: band.lowerBound, y: frame.y, width: band.upperBound - band.lowerBound, height: frame.height),
                .band)
        }
        return bands + valueLines + valueLabels + timeAxis
    }

    private var valueLines: [ChartScene.Element] {
        valueAxis.ticks.map { line(from: (frame.x, $0.y), to: (frame.right, $0.y), .grid) }
    }

    private var valueLabels: [ChartScene.Element] {
        valueAxis.labelled.map { tick in
            .text(
                SceneText(
                    ValueAxis.label(of: tick),
                    at: ScenePoint(x: besideX + Self.tagPadding, y: tick.y + sizes.label * 0.35), size: sizes.label,
                    color: .mutedText))
        }
    }

    private var timeAxis: [ChartScene.Element] {
        let ticks = times.ticks(in: content.language, gap: sizes.labelGap) { dayLabel($0, at: $1).frame }
        let grid = ticks.map { line(from: ($0.x, frame.y), to: ($0.x, frame.bottom), .grid) }
        let marks = ticks.map { line(from: ($0.x, frame.bottom), to: ($0.x, frame.bottom + 4), .axis) }
        let axis = line(from: (frame.x, frame.bottom), to: (frame.right, frame.bottom), .axis)
        return grid + marks + [axis] + ticks.map { .text(dayLabel($0.label, at: $0.x)) }
    }

    /// Below its mark, or beside that where it would reach over the edge.
    private func dayLabel(_ label: String, at x: Double) -> SceneText {
        let half = TextMeasure.width(of: label, size: sizes.label) / 2
        let within = max(frame.x + half, min(x, frame.right - half))
        return SceneText(
            label, at: ScenePoint(x: within, y: frame.bottom + sizes.label * 1.45), .middle, size: sizes.label,
            color: .mutedText)
    }

    // MARK: Rates

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
            return [.text(note(texts, at: (frame.x + frame.right) / 2, baseline: frame.y + sizes.label * 1.6))]
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
            hasHalo: true)
    }

    // MARK: Breaks

    /// The lines and labels of the breaks.
    var breakMarks: [ChartScene.Element] {
        let lines = breaks.marks.flatMap(\.lines).map { x in
            ChartScene.Element.line(
                ScenePoint(x: x, y: frame.y), ScenePoint(x: x, y: frame.bottom), .breakMark, isDashed: true)
        }
        return lines + breaks.labels.map(ChartScene.Element.text)
    }

    private func line(from start: (Double, Double), to end: (Double, Double), _ color: ChartColor) -> ChartScene.Element
    {
        .line(ScenePoint(x: start.0, y: start.1), ScenePoint(x: end.0, y: end.1), color, isDashed: false)
    }
}
