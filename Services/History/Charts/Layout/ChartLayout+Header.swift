import SharedDomain

/// The top of a chart.
extension ChartLayout {
    /// The pair, the last rate with its money, and the change.
    func header(_ facts: ChartFacts) -> [ChartScene.Element] {
        let value = SceneText(
            facts.last, at: ScenePoint(x: inner.left, y: figureBaseline), size: sizes.figure, isBold: true,
            color: .text)
        // A price of the past says of when it is.
        let day = facts.isPast ? " · \(facts.lastDay)" : ""
        let unit = SceneText(
            "\(content.question.base)\(day)",
            at: ScenePoint(x: value.frame.right + sizes.label * 0.4, y: figureBaseline), size: sizes.label,
            color: .mutedText)
        let start = unit.frame.right + sizes.label
        let point = ScenePoint(x: start, y: figureBaseline)
        let change = firstFitting(facts.changes(words), in: inner.right - start, size: sizes.label + 1)
        let texts =
            [value, unit]
            + [change].filter { !$0.isEmpty }.map { text in
                SceneText(text, at: point, size: sizes.label + 1, color: .text)
            }
        return titleLine + texts.map(ChartScene.Element.text)
    }

    /// The pair, what is priced and the window.
    var titleLine: [ChartScene.Element] {
        let baseline = sizes.padding + sizes.title
        let pair = SceneText(
            content.pair, at: ScenePoint(x: inner.left, y: baseline), size: sizes.title, isBold: true, color: .text)
        let start = pair.frame.right + sizes.label * 0.8
        let name = words.name(of: content.question.target)
        let window = words.name(of: content.question.window)
        let size = sizes.label + 1
        let rest =
            ["\(name) · \(window)", name]
            .first { TextMeasure.width(of: $0, size: size) <= inner.right - start }
            ?? TextMeasure.fitting(name, in: inner.right - start, size: size)
        let beside = SceneText(rest, at: ScenePoint(x: start, y: baseline), size: size, color: .mutedText)
        return [.text(pair)] + (rest.isEmpty ? [] : [.text(beside)])
    }
}
