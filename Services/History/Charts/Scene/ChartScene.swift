/// A drawing as a list of plain shapes, in the order they are drawn: what it shows, and nothing of how it is written.
struct ChartScene: Sendable {
    /// One shape.
    enum Element: Sendable, Equatable {
        /// Filled.
        case rectangle(SceneFrame, ChartColor)
        /// From one point to another.
        case line(ScenePoint, ScenePoint, ChartColor, isDashed: Bool)
        /// Through all the points.
        case polyline([ScenePoint], ChartColor, width: Double)
        /// Filled, with a rim.
        case circle(center: ScenePoint, radius: Double, fill: ChartColor, rim: ChartColor)
        case text(SceneText)
    }

    /// In pixels.
    let width: Int
    /// In pixels.
    let height: Int
    /// The language of all texts.
    let languageCode: String
    /// What it is called, for readers that do not see it.
    let title: String
    /// What can be seen, in words.
    let summary: String
    private(set) var elements: [Element] = []

    init(width: Int, height: Int, languageCode: String, title: String, summary: String) {
        self.width = width
        self.height = height
        self.languageCode = languageCode
        self.title = title
        self.summary = summary
    }

    /// Draws a shape over those that are there.
    mutating func add(_ element: Element) { elements.append(element) }

    /// Draws shapes over those that are there.
    mutating func add(_ more: some Sequence<Element>) { elements.append(contentsOf: more) }

    /// The texts, in the order they are drawn.
    var texts: [SceneText] {
        elements.compactMap { element in
            if case .text(let text) = element { text } else { nil }
        }
    }
}
