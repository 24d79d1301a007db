import SharedDomain

/// Where a chart marks the breaks of its series, and the strip above the plot that says what they are.
struct BreakStrip: Sendable {
    /// One break.
    struct Mark: Sendable, Equatable {
        /// Where its upright lines are, in pixels from the left: none on a day that is not drawn.
        let lines: [Double]
        /// Its texts, the fullest first.
        let texts: [String]

        /// Where its label should be, in pixels from the left.
        let middle: Double
    }

    let marks: [Mark]
    /// No two cover one another: a break whose label finds no room is only drawn.
    let labels: [SceneText]

    /// More would leave too little for the rates.
    private static let mostRows = 2

    /// How many lines of labels a chart needs.
    static func rows(for content: ChartContent, height: Double) -> Int {
        let within = content.breaks.count { $0.isWithin(content.days) }
        return min(height < heightForOthers ? within : content.breaks.count, mostRows)
    }

    /// From here on, in pixels, breaks that lie outside the days drawn have room for a label of their own.
    private static let heightForOthers = 300.0

    /// - Parameter bottom: where the lowest line of labels ends, in pixels from the top.
    init(_ content: ChartContent, _ sizes: ChartSizes, _ times: TimeScale, rows: Int, bottom: Double) {
        marks = content.breaks.filter { $0.isWithin(content.days) }.map { Mark($0, times, content.words) }
        let others = content.breaks.filter { !$0.isWithin(content.days) }.map {
            Mark(outside: $0, times, content.words)
        }
        var labels: [SceneText] = []
        for mark in marks + others where !labels.contains(where: { mark.texts.contains($0.content) }) {
            let candidates = mark.texts.flatMap { text in
                (0..<rows).map { row in
                    Self.label(text, at: mark.middle, baseline: bottom - Double(row) * sizes.labelLine, sizes)
                }
            }
            let fitting = candidates.first { label in
                label.frame.x >= sizes.padding - 0.01 && label.frame.right <= sizes.width - sizes.padding + 0.01
                    && !labels.contains { $0.frame.overlaps(label.frame) }
            }
            if let fitting { labels.append(fitting) }
        }
        self.labels = labels
    }

    /// Above its mark, or beside that where it would reach over the edge.
    private static func label(_ text: String, at x: Double, baseline: Double, _ sizes: ChartSizes) -> SceneText {
        let half = TextMeasure.width(of: text, size: sizes.label) / 2
        let within = max(sizes.padding + half, min(x, sizes.width - sizes.padding - half))
        return SceneText(
            text, at: ScenePoint(x: within, y: baseline - sizes.label * 0.3), .middle, size: sizes.label,
            color: .breakMark)
    }
}

extension BreakStrip.Mark {
    fileprivate init(_ series: SeriesBreak, _ times: TimeScale, _ words: ChartWords) {
        texts = [words.sentence(of: series), words.label(of: series)]
        lines = series.marked.filter(times.days.contains).map { times.x(of: $0) }
        let ends = series.marked.map { times.x(of: $0) }
        middle = ((ends.first ?? 0) + (ends.last ?? 0)) / 2
    }

    /// A break that no day drawn belongs to has no lines, and its label at the edge that is nearer says its days.
    fileprivate init(outside series: SeriesBreak, _ times: TimeScale, _ words: ChartWords) {
        texts = [words.sentence(of: series)]
        lines = []
        middle = series.marked.first.map { $0 <= times.days.lowerBound ? times.left : times.right } ?? times.left
    }
}

extension SeriesBreak {
    /// The days that its lines are drawn on: of a gap both ends.
    fileprivate var marked: [Int32] {
        let (last, first) = (lastBefore?.number, firstAfter?.number)
        if kind == .gap { return [last, first].compactMap { $0 } }
        return [isBeginning ? first ?? last : last ?? first].compactMap { $0 }
    }

    /// Whether any of it lies within the days of a chart.
    fileprivate func isWithin(_ days: ClosedRange<Int32>) -> Bool {
        guard let first = marked.min(), let last = marked.max() else { return false }
        return kind == .gap ? first <= days.upperBound && last >= days.lowerBound : days.contains(first)
    }
}
