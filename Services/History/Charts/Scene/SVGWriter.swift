/// Turns a scene into a document of SVG 1.1 (W3C Recommendation, second edition), which every browser shows; of SVG 2
/// (section 13.8) it has `paint-order`, by which the rim of a text is below it.
///
/// Colours are presentation attributes, which no content security policy forbids. Only the theme `auto` needs a style
/// sheet, always the same one: where it is not applied, the chart is light.
struct SVGWriter: Sendable {
    /// The type of the documents.
    static let mediaType = "image/svg+xml; charset=utf-8"

    /// Turns light colours into dark ones where the reader prefers dark.
    static let darkStyle: String = {
        let rules = ChartColor.allCases.map { color in
            let value = ChartPalette.dark[color]
            return ".f-\(color.rawValue){fill:\(value)}.s-\(color.rawValue){stroke:\(value)}"
        }
        return "@media (prefers-color-scheme:dark){\(rules.joined())}"
    }()

    /// Korean letters in the fonts of the systems that have them, in the style that Korean readers expect.
    private static let fonts =
        "system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif"

    let theme: ChartTheme

    /// The document.
    func document(of scene: ChartScene) -> String {
        var markup = SVGMarkup()
        write(scene, &markup)
        return markup.text
    }

    private func write(_ scene: ChartScene, _ markup: inout SVGMarkup) {
        let (width, height) = (Double(scene.width), Double(scene.height))
        let root: SVGMarkup.Attributes = [
            ("xmlns", .text("http://www.w3.org/2000/svg")), ("width", .number(width)), ("height", .number(height)),
            ("viewBox", .text("0 0 \(scene.width) \(scene.height)")), ("role", .text("img")),
            ("aria-labelledby", .text("title summary")), ("xml:lang", .text(scene.languageCode)),
            ("font-family", .text(Self.fonts)),
        ]
        markup.element("svg", root) { markup in
            markup.element("title", [("id", .text("title"))], content: scene.title)
            markup.element("desc", [("id", .text("summary"))], content: scene.summary)
            if theme == .auto { markup.element("style", content: Self.darkStyle) }
            for element in scene.elements { write(element, &markup) }
        }
    }

    private func write(_ element: ChartScene.Element, _ markup: inout SVGMarkup) {
        switch element {
        case .rectangle(let frame, let color):
            let place: SVGMarkup.Attributes = [
                ("x", .number(frame.x)), ("y", .number(frame.y)), ("width", .number(frame.width)),
                ("height", .number(frame.height)),
            ]
            markup.element("rect", place + paint(fill: color))
        case .line(let start, let end, let color, let isDashed):
            let dashes: SVGMarkup.Attributes = isDashed ? [("stroke-dasharray", .text("4 3"))] : []
            let ends: SVGMarkup.Attributes = [
                ("x1", .number(start.x)), ("y1", .number(start.y)), ("x2", .number(end.x)), ("y2", .number(end.y)),
            ]
            markup.element("line", ends + paint(stroke: color) + dashes)
        case .polyline(let points, let color, let width):
            let line: SVGMarkup.Attributes = [
                ("points", .points(points)), ("fill", .text("none")), ("stroke-width", .number(width)),
                ("stroke-linejoin", .text("round")), ("stroke-linecap", .text("round")),
            ]
            markup.element("polyline", line + paint(stroke: color))
        case .circle(let center, let radius, let fill, let rim):
            let place: SVGMarkup.Attributes = [
                ("cx", .number(center.x)), ("cy", .number(center.y)), ("r", .number(radius)),
            ]
            markup.element("circle", place + paint(fill: fill, stroke: rim) + [("stroke-width", .number(1.5))])
        case .text(let text):
            write(text, &markup)
        }
    }

    private func write(_ text: SceneText, _ markup: inout SVGMarkup) {
        var attributes: SVGMarkup.Attributes = [
            ("x", .number(text.point.x)), ("y", .number(text.point.y)), ("font-size", .number(text.size)),
        ]
        if text.anchor != .start { attributes.append(("text-anchor", .text(text.anchor.rawValue))) }
        if text.isBold { attributes.append(("font-weight", .text("bold"))) }
        let rim: SVGMarkup.Attributes = [
            ("stroke-width", .number(3)), ("stroke-linejoin", .text("round")), ("paint-order", .text("stroke")),
        ]
        let color = paint(fill: text.color, stroke: text.halo)
        markup.element("text", attributes + color + (text.halo == nil ? [] : rim), content: text.content)
    }

    private func paint(fill: ChartColor? = nil, stroke: ChartColor? = nil) -> SVGMarkup.Attributes {
        let palette = theme == .dark ? ChartPalette.dark : .light
        var attributes: SVGMarkup.Attributes = []
        if let fill { attributes.append(("fill", .text(palette[fill]))) }
        if let stroke { attributes.append(("stroke", .text(palette[stroke]))) }
        guard theme == .auto else { return attributes }
        let classes = [fill.map { "f-\($0.rawValue)" }, stroke.map { "s-\($0.rawValue)" }].compactMap { $0 }
        return attributes + [("class", .text(classes.joined(separator: " ")))]
    }
}
