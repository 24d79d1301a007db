import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("What can be read of a chart", .timeLimit(.minutes(1)))
struct ChartLegibilityTests {
    @Test(
        "the upright axis has at least two labels",
        arguments: [("GBP", "TRL"), ("ILS", "ISK"), ("CYP", "EUR"), ("USD", "KRW"), ("HRK", "KRW"), ("TRY", "ROL")])
    func values(target: String, base: String) throws {
        for (width, height) in [(320, 200), (320, 240), (800, 400), (1600, 200), (1600, 800)] {
            let scene = try chart(target, in: base, "max", width: width, height: height)
            let axis = try #require(scene.polylines.flatMap { $0 }.map(\.x).max())
            let labels = scene.texts.filter { $0.color == .mutedText && $0.anchor == .start && $0.point.x > axis }
            let amounts = labels.filter { $0.content.allSatisfy { $0.isNumber || ",.".contains($0) } }
            #expect(amounts.count >= 2, "\(target)/\(base) \(width) × \(height): \(scene.contents)")
            #expect(scene.faults.isEmpty, "\(scene.faults)")
        }
    }

    @Test("the labels of the extremes have a rim of the background, below their letters")
    func halo() throws {
        let scene = try chart("HRK", "max")
        let notes = scene.texts.filter { $0.content.hasPrefix("High") || $0.content.hasPrefix("Low") }
        #expect(notes.count == 2 && notes.allSatisfy { $0.halo == .background })
        for (theme, color) in [(ChartTheme.light, "#ffffff"), (.dark, "#11161d"), (.auto, "#ffffff")] {
            let texts = try ReadSVG(SVGWriter(theme: theme).document(of: scene)).attributes(of: "text")
            let rimmed = texts.filter { $0["paint-order"] == "stroke" }
            #expect(rimmed.count == 2 && rimmed.allSatisfy { $0["stroke"] == color })
            if theme == .auto { #expect(rimmed.allSatisfy { $0["class"] == "f-text s-background" }) }
        }
    }

    @Test("no day is cut short, at any size")
    func days() throws {
        let windows = [
            ("ILS", "ROL", "max"), ("TRY", "TRL", "max"), ("ISK", "KRW", "2010-01-01..2010-12-31"),
            ("TRY", "ROL", "max"), ("USD", "TRL", "2004-12-31..2004-12-31"), ("KRW", "EUR", "1w"),
        ]
        for (target, base, window) in windows {
            for (width, height) in [(320, 200), (320, 240), (500, 200), (800, 400)] {
                for language in Language.allCases {
                    let scene = try chart(target, in: base, window, width: width, height: height, language)
                    let cut = scene.contents.filter { $0.contains("…") && $0.contains(where: \.isNumber) }
                    #expect(cut.isEmpty && scene.faults.isEmpty, "\(cut) \(scene.faults)")
                }
            }
        }
    }

    // ROL became RON on 2005-07-01; ECB: ILS from 2011-01-03.
    @Test("a chart of two currencies that were never quoted together says when one ended and the other began")
    func apart() throws {
        for (width, height) in [(320, 200), (320, 240), (800, 400)] {
            let scene = try chart("ILS", in: "ROL", "max", width: width, height: height)
            #expect(scene.polylines.isEmpty)
            #expect(scene.contents.contains { $0.hasPrefix("10,000 ROL = 1 RON") })
            #expect(scene.contents.contains { $0.contains("2005-07-01") })
            #expect(scene.contents.contains { $0 == "ILS not yet quoted (~ 2011-01-02)" })
            #expect(!scene.summary.contains("from here"))
            #expect(scene.faults.isEmpty, "\(scene.faults)")
        }
    }
}
