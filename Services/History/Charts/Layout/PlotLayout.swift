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
    /// The stretches without rates, from left to right.
    let silence: [SilentStretch]
    /// The last of the rates, as it is written.
    let lastRate: String

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
        silence = content.silentStretches
        valueAxis = axis
        self.content = content
        self.sizes = sizes
        self.lastRate = lastRate
    }

    /// Around the text of the tag of the last rate.
    static let tagPadding = 4.0

    /// Where what is written beside the plot begins.
    var besideX: Double { frame.right + sizes.dot + 2 }

    /// Where a rate of the series stands.
    func point(at place: Int) -> ScenePoint {
        ScenePoint(x: times.x(of: content.series.days[place]), y: values.y(of: content.series.rates[place]))
    }

    /// Stretches without rates, the grid, the axes and their labels.
    var background: [ChartScene.Element] {
        bands + valueLines + valueLabels + timeAxis.elements
    }

    private var timeAxis: TimeAxis {
        TimeAxis(frame: frame, times: times, sizes: sizes, language: content.language)
    }

    private var valueLines: [ChartScene.Element] {
        valueAxis.ticks.map {
            .line(ScenePoint(x: frame.x, y: $0.y), ScenePoint(x: frame.right, y: $0.y), .grid, isDashed: false)
        }
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

    /// The lines and labels of the breaks and of the stretches without rates.
    var breakMarks: [ChartScene.Element] {
        let lines = breaks.marks.flatMap(\.lines).map { x in
            ChartScene.Element.line(
                ScenePoint(x: x, y: frame.y), ScenePoint(x: x, y: frame.bottom), .breakMark, isDashed: true)
        }
        return lines + breaks.labels.map(ChartScene.Element.text) + bandLabels
    }
}
