import SharedDomain

/// A chart without a point.
extension ChartLayout {
    /// A window without observations: says so, and why where that is known.
    var emptyScene: ChartScene {
        let reasons = content.breakSentences
        let evidence = words.evidence(content.source, content.asOf, knownAt: content.knownAt)
        var scene = newScene(summary: ([words.empty] + reasons + [evidence]).map { "\($0)." }.joined(separator: " "))
        scene.add(titleLine)
        let lines = [words.empty] + content.breaks.flatMap { reason($0) }.distinct
        let distance = sizes.labelLine * 1.2
        let top = headerBottom + sizes.labelLine
        let room = footerTop - top
        let shown = lines.prefix(max(1, Int(room / distance)))
        let start = min(sizes.height / 2, footerTop - Double(shown.count) * distance)
        for (line, text) in shown.enumerated() {
            let point = ScenePoint(x: sizes.width / 2, y: max(top, start) + Double(line) * distance)
            let color: ChartColor = line == 0 ? .text : .breakMark
            scene.add(.text(SceneText(text, at: point, .middle, size: sizes.label + 1, color: color)))
        }
        scene.add(footer)
        return scene
    }

    /// A break in one line where that has room, otherwise its days in a line of their own.
    private func reason(_ mark: SeriesBreak) -> [String] {
        let lines = [[words.sentence(of: mark)], [words.label(of: mark), words.days(of: mark)].filter { !$0.isEmpty }]
        return lines.first { texts in
            texts.allSatisfy { TextMeasure.width(of: $0, size: sizes.label + 1) <= inner.right - inner.left }
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
