/// Writes elements of XML (XML 1.0, fifth edition), each on a line of its own, with all text escaped.
struct SVGMarkup: Sendable {
    /// The value of an attribute.
    enum Value: Sendable {
        case text(String)
        /// Pixels; written with at most one decimal.
        case number(Double)
        /// Written as `x,y x,y …`.
        case points([ScenePoint])
    }

    typealias Attributes = [(name: StaticString, value: Value)]

    /// What has been written.
    private(set) var text = ""

    /// An element without content.
    mutating func element(_ name: StaticString, _ attributes: Attributes) {
        open(name, attributes)
        text += "/>\n"
    }

    /// An element with text in it.
    mutating func element(_ name: StaticString, _ attributes: Attributes = [], content: String) {
        open(name, attributes)
        text += ">"
        escape(content)
        close(name)
    }

    /// An element with others in it.
    mutating func element(
        _ name: StaticString, _ attributes: Attributes = [], children: (inout SVGMarkup) -> Void
    ) {
        open(name, attributes)
        text += ">\n"
        children(&self)
        close(name)
    }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        text += "<\(name)"
        for (name, value) in attributes {
            text += " \(name)=\""
            write(value)
            text += "\""
        }
    }

    private mutating func close(_ name: StaticString) { text += "</\(name)>\n" }

    private mutating func write(_ value: Value) {
        switch value {
        case .text(let content): escape(content)
        case .number(let number): write(number)
        case .points(let points):
            for (place, point) in points.enumerated() {
                if place > 0 { text += " " }
                write(point.x)
                text += ","
                write(point.y)
            }
        }
    }

    /// With a point, whatever the locale; what is no number would make the drawing unreadable, and becomes 0.
    private mutating func write(_ number: Double) {
        let bound = 1e7
        let tenths = number.isFinite ? Int((min(max(number, -bound), bound) * 10).rounded()) : 0
        if tenths < 0 { text += "-" }
        text += String(tenths.magnitude / 10)
        if tenths % 10 != 0 { text += ".\(tenths.magnitude % 10)" }
    }

    /// The characters that mark up, and those that XML does not know (section 2.2), which are left out.
    private mutating func escape(_ content: String) {
        for scalar in content.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\t", "\n", "\r": text += " "
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
