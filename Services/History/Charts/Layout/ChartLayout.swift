import SharedDomain

/// Arranges a chart: what stands where, so that no text covers another at any size.
///
/// From top to bottom: the pair and the last rate with its change, a strip with what breaks there are, the plot with
/// the values of its lines to the right, the days below it, and whose rates these are.
struct ChartLayout: Sendable {
    let content: ChartContent
    let sizes: ChartSizes

    init(_ content: ChartContent, width: Int, height: Int) {
        self.content = content
        sizes = ChartSizes(width: Double(width), height: Double(height))
    }

    var words: ChartWords { content.words }

    /// The chart.
    ///
    /// - Throws: as `ExactCross.rate`: never for rates of published figures.
    func scene() throws(ServiceError) -> ChartScene {
        guard let rates = content.rates else { return emptyScene }
        let figures = ChartFigures(content.series, rates: rates)
        let facts = try ChartFacts(content, figures)
        var scene = newScene(summary: facts.sentences(content).joined(separator: " "))
        scene.add(header(facts))
        let plot = PlotLayout(self, rates: rates, lastRate: facts.last)
        scene.add(plot.background)
        scene.add(plot.breakMarks)
        scene.add(plot.line)
        scene.add(plot.lastMark)
        scene.add(plot.extremes(facts))
        scene.add(footer)
        return scene
    }

    private func newScene(summary: String) -> ChartScene {
        let title = [content.pair, words.name(of: content.question.target), words.name(of: content.question.window)]
        var scene = ChartScene(
            width: Int(sizes.width), height: Int(sizes.height), languageCode: content.language.rawValue,
            title: title.joined(separator: " · "), summary: summary)
        scene.add(.rectangle(sizes.frame, .background))
        return scene
    }

    // MARK: Header

    /// Where the last rate is written: the line below the pair.
    private var figureBaseline: Double { sizes.padding + sizes.title * 1.25 + sizes.figure }

    /// Where the header ends.
    var headerBottom: Double { figureBaseline + sizes.figure * 0.3 }

    private var inner: (left: Double, right: Double) { (sizes.padding, sizes.width - sizes.padding) }

    private func header(_ facts: ChartFacts) -> [ChartScene.Element] {
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

    private var titleLine: [ChartScene.Element] {
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

    // MARK: Footer

    /// Where the footer begins.
    var footerTop: Double { sizes.height - sizes.padding - sizes.label * 1.3 }

    private var footer: [ChartScene.Element] {
        let asOf = words.asOf(content.asOf)
        let known = content.knownAt.map { [words.known(at: $0)] } ?? []
        let (long, short) = (words.source(content.source), words.source(content.source, isShort: true))
        let texts = [[long, asOf] + known, [short, asOf] + known, [short] + known, [short, asOf], [asOf]]
            .map { $0.joined(separator: " · ") }
        let text = firstFitting(texts, in: inner.right - inner.left, size: sizes.label)
        guard !text.isEmpty else { return [] }
        let point = ScenePoint(x: inner.left, y: sizes.height - sizes.padding - sizes.label * 0.2)
        return [.text(SceneText(text, at: point, size: sizes.label, color: .mutedText))]
    }

    private func firstFitting(_ texts: [String], in room: Double, size: Double) -> String {
        texts.first { TextMeasure.width(of: $0, size: size) <= room } ?? ""
    }

    // MARK: Without a point

    /// A window without observations: says so, and why where that is known.
    private var emptyScene: ChartScene {
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
