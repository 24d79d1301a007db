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

    /// A scene with nothing but its background.
    func newScene(summary: String) -> ChartScene {
        let title = [content.pair, words.name(of: content.question.target), words.name(of: content.question.window)]
        var scene = ChartScene(
            width: Int(sizes.width), height: Int(sizes.height), languageCode: content.language.rawValue,
            title: title.joined(separator: " · "), summary: summary)
        scene.add(.rectangle(sizes.frame, .background))
        return scene
    }

    /// Where the last rate is written: the line below the pair.
    var figureBaseline: Double { sizes.padding + sizes.title * 1.25 + sizes.figure }

    /// Where the header ends.
    var headerBottom: Double { figureBaseline + sizes.figure * 0.3 }

    /// The left edge of what is written, and the right one.
    var inner: (left: Double, right: Double) { (sizes.padding, sizes.width - sizes.padding) }

    /// Where the footer begins.
    var footerTop: Double { sizes.height - sizes.padding - sizes.label * 1.3 }

    /// Whose rates these are, and the day they are as of.
    var footer: [ChartScene.Element] {
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

    /// The first text that fits; empty where none does.
    func firstFitting(_ texts: [String], in room: Double, size: Double) -> String {
        texts.first { TextMeasure.width(of: $0, size: size) <= room } ?? ""
    }
}
