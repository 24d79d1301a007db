import SharedDomain

/// A chart without a point.
extension ChartLayout {
    /// A window without observations: all of it shaded, and in words that there are none, and why where that is known.
    var emptyScene: ChartScene {
        let reasons = content.breakSentences
        let evidence = words.evidence(content.source, content.asOf, knownAt: content.knownAt)
        var scene = newScene(summary: ([words.empty] + reasons + [evidence]).map { "\($0)." }.joined(separator: " "))
        scene.add(titleLine)
        let plot = emptyPlot
        scene.add(.rectangle(plot, .band))
        // Of days that precede all that is held there is no axis.
        if content.days.count > 1 {
            let times = TimeScale(days: content.days, left: plot.x, right: plot.right)
            scene.add(TimeAxis(frame: plot, times: times, sizes: sizes, language: content.language).elements)
        }
        scene.add(explanation(in: plot))
        scene.add(footer)
        return scene
    }

    /// Below the title, as there is no last rate.
    private var emptyPlot: SceneFrame {
        let top = sizes.padding + sizes.title * 1.6
        let bottom = footerTop - sizes.labelLine * 1.35
        return SceneFrame(x: inner.left, y: top, width: inner.right - inner.left, height: bottom - top)
    }

    /// The words, line by line, in the middle of the plot.
    private func explanation(in plot: SceneFrame) -> [ChartScene.Element] {
        let distance = sizes.labelLine * 1.2
        let lines = ([words.empty] + content.breaks.flatMap { reason($0, room: plot.width) }.distinct)
            .prefix(max(1, Int(plot.height / distance)))
        let first = plot.y + (plot.height - Double(lines.count - 1) * distance) / 2 + sizes.label * 0.35
        return lines.enumerated().map { line, text in
            let point = ScenePoint(x: plot.x + plot.width / 2, y: first + Double(line) * distance)
            return .text(
                SceneText(
                    text, at: point, .middle, size: sizes.label + 1, color: line == 0 ? .text : .breakMark,
                    halo: .band))
        }
    }

    /// A break in one line where that has room, otherwise its days in a line of their own.
    private func reason(_ mark: SeriesBreak, room: Double) -> [String] {
        let lines = [[words.sentence(of: mark)], [words.label(of: mark), words.days(of: mark)]]
        return lines.first { texts in
            texts.allSatisfy { TextMeasure.width(of: $0, size: sizes.label + 1) <= room }
        } ?? []
    }
}

extension [String] {
    /// Each text once, where it is first.
    fileprivate var distinct: [String] {
        reduce(into: []) { texts, text in
            if !texts.contains(text) { texts.append(text) }
        }
    }
}
