/// A line of text in a scene.
struct SceneText: Sendable, Equatable {
    /// Which part of the text stands at its point.
    enum Anchor: String, Sendable {
        case start
        case middle
        case end
    }

    let content: String
    /// Where the baseline is; how far to the left the text reaches says the anchor.
    let point: ScenePoint
    let anchor: Anchor
    /// The size of the type, in pixels.
    let size: Double
    let isBold: Bool
    let color: ChartColor
    /// The colour behind it where lines cross it: it is rimmed with that, so that it can be read; nil without a rim.
    let halo: ChartColor?

    init(
        _ content: String, at point: ScenePoint, _ anchor: Anchor = .start, size: Double, isBold: Bool = false,
        color: ChartColor, halo: ChartColor? = nil
    ) {
        self.content = content
        self.point = point
        self.anchor = anchor
        self.size = size
        self.isBold = isBold
        self.color = color
        self.halo = halo
    }

    /// What the text covers, as far as that is known without the font: rather more than less.
    var frame: SceneFrame {
        let width = TextMeasure.width(of: content, size: size, isBold: isBold)
        let x =
            switch anchor {
            case .start: point.x
            case .middle: point.x - width / 2
            case .end: point.x - width
            }
        return SceneFrame(
            x: x, y: point.y - size * TextMeasure.ascent, width: width, height: size * TextMeasure.lineHeight)
    }
}
