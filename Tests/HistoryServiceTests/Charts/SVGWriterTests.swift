import Foundation
import FoundationXML
import SharedTesting
import Testing

@testable import HistoryService

@Suite("A chart as SVG")
struct SVGWriterTests {
    private func scene(title: String = "", _ elements: [ChartScene.Element] = []) -> ChartScene {
        var scene = ChartScene(width: 320, height: 200, languageCode: "ko", title: title, summary: "")
        scene.add(elements)
        return scene
    }

    @Test(
        "texts are escaped, and read back as they were",
        arguments: [
            "a & b < c > d", #"</text><script>alert("1")</script>"#, "아이슬란드 크로나 '₩' → ▼ −", "]]>&amp;",
        ])
    func escaping(text: String) throws {
        let label = SceneText(text, at: ScenePoint(x: 1, y: 2), size: 12, color: .text)
        let document = try ReadSVG(SVGWriter(theme: .light).document(of: scene(title: text, [.text(label)])))
        #expect(document.texts(of: "text") == [text])
        #expect(document.texts(of: "title") == [text])
        #expect(document.names == ["svg", "title", "desc", "text"])
    }

    @Test("characters that XML does not know are left out")
    func controls() throws {
        let document = try ReadSVG(SVGWriter(theme: .light).document(of: scene(title: "a\u{0}b\u{1B}c\u{FFFE}d\ne")))
        #expect(document.texts(of: "title") == ["abcd e"])
    }

    @Test(
        "numbers have a point and at most one decimal, and no number is not a number",
        arguments: [
            (1.0, "1"), (1.25, "1.3"), (-0.04, "0"), (-0.26, "-0.3"), (1e-9, "0"), (319.96, "320"), (.nan, "0"),
            (.infinity, "0"),
            (1e300, "10000000"),
        ])
    func numbers(number: Double, expected: String) throws {
        let line = ChartScene.Element.line(ScenePoint(x: number, y: 0), ScenePoint(x: 0, y: 0), .grid, isDashed: false)
        let document = try ReadSVG(SVGWriter(theme: .light).document(of: scene([line])))
        #expect(document.attributes(of: "line").first?["x1"] == expected)
    }

    @Test("each theme has its colours; auto is light, with a style sheet that turns every colour dark")
    func themes() throws {
        let background = ChartScene.Element.rectangle(SceneFrame(x: 0, y: 0, width: 1, height: 1), .background)
        let scene = scene([background])
        let light = try ReadSVG(SVGWriter(theme: .light).document(of: scene))
        let dark = try ReadSVG(SVGWriter(theme: .dark).document(of: scene))
        let auto = try ReadSVG(SVGWriter(theme: .auto).document(of: scene))
        #expect(light.attributes(of: "rect").first?["fill"] == "#ffffff")
        #expect(dark.attributes(of: "rect").first?["fill"] == "#11161d")
        #expect(auto.attributes(of: "rect").first?["fill"] == "#ffffff")
        #expect(auto.attributes(of: "rect").first?["class"] == "f-background")
        #expect(light.texts(of: "style").isEmpty && dark.texts(of: "style").isEmpty)
        let style = try #require(auto.texts(of: "style").first)
        #expect(style.hasPrefix("@media (prefers-color-scheme:dark){") && style == SVGWriter.darkStyle)
        for color in ChartColor.allCases {
            #expect(style.contains(".f-\(color.rawValue){fill:\(ChartPalette.dark[color])}"))
        }
    }

    // WCAG 2.2, relative luminance and contrast ratio.
    @Test("texts stand out from what is behind them")
    func contrast() throws {
        for palette in [ChartPalette.light, .dark] {
            for color in [ChartColor.text, .mutedText, .breakMark] {
                #expect(try contrast(palette[color], palette[.background]) >= 4.5)
                #expect(try contrast(palette[color], palette[.band]) >= 4.5)
            }
            #expect(try contrast(palette[.onSeries], palette[.series]) >= 4.5)
            #expect(try contrast(palette[.series], palette[.background]) >= 3)
        }
    }

    private func contrast(_ one: String, _ other: String) throws -> Double {
        let (first, second) = (try luminance(one), try luminance(other))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private func luminance(_ color: String) throws -> Double {
        let number = try #require(Int(color.dropFirst(), radix: 16))
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double(number >> shift & 255) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}

/// A document as Foundation's parser reads it: another reader than our writer knows of.
final class ReadSVG: NSObject, XMLParserDelegate {
    private(set) var names: [String] = []
    private var elements: [(name: String, attributes: [String: String], text: String)] = []
    private var open: [Int] = []

    init(_ document: String) throws {
        super.init()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = self
        guard parser.parse() else { throw TestFailure("not well-formed: \(String(describing: parser.parserError))") }
    }

    func texts(of name: String) -> [String] { elements.filter { $0.name == name }.map(\.text) }

    func attributes(of name: String) -> [[String: String]] { elements.filter { $0.name == name }.map(\.attributes) }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(elements.count)
        names.append(name)
        elements.append((name, attributes, ""))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if let place = open.last { elements[place].text += text }
    }
}
