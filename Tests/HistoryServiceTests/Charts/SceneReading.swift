import SharedDomain
import SharedTesting

@testable import HistoryService

/// A chart of the European Central Bank's rates; the window is a period, or days as `from..to`.
func chart(
    _ target: String, in base: String = "KRW", _ window: String, width: Int = 800, height: Int? = nil,
    _ language: Language = .en
) throws -> ChartScene {
    try chartLayout(target, in: base, window, width: width, height: height, language).scene()
}

func chartLayout(
    _ target: String, in base: String = "KRW", _ window: String, width: Int = 800, height: Int? = nil,
    _ language: Language = .en
) throws -> ChartLayout {
    let answer = try SeriesReader(memory: ECBFile.memory).series(question(target, in: base, window))
    let content = ChartContent(answer, oldest: try day("1999-01-04").number, knownAt: nil, language: language)
    return ChartLayout(content, width: width, height: height ?? ChartSizes.height(for: width))
}

extension ChartScene {
    /// The lines of the rates.
    var polylines: [[ScenePoint]] {
        elements.compactMap { element in
            if case .polyline(let points, .series, _) = element { points } else { nil }
        }
    }

    /// The rings around the highest rate and the lowest, in this order.
    var rings: [ScenePoint] {
        elements.compactMap { element in
            if case .circle(let center, _, .background, .series) = element { center } else { nil }
        }
    }

    /// Where the dashed lines of the breaks are, from left to right.
    var breakLines: [Double] {
        elements.compactMap { element in
            if case .line(let start, _, .breakMark, true) = element { start.x } else { nil }
        }.sorted()
    }

    /// The texts.
    var contents: [String] { texts.map(\.content) }

    /// The pairs of texts that cover one another, and what reaches over the edge.
    var faults: [String] {
        let frames = texts.map { ($0.content, $0.frame) }
        var faults: [String] = []
        for (place, one) in frames.enumerated() {
            for other in frames[(place + 1)...] where one.1.overlaps(other.1) {
                faults.append("'\(one.0)' covers '\(other.0)'")
            }
        }
        let edge = SceneFrame(x: 0, y: 0, width: Double(width), height: Double(height))
        faults += frames.filter { !edge.contains($0.1) }.map { "'\($0.0)' reaches over the edge" }
        faults += elements.filter { !$0.points.allSatisfy(edge.contains) }.map { "\($0) reaches over the edge" }
        return faults
    }
}

extension ChartScene.Element {
    /// The points that bound a shape.
    fileprivate var points: [ScenePoint] {
        switch self {
        case .rectangle(let frame, _):
            [ScenePoint(x: frame.x, y: frame.y), ScenePoint(x: frame.right, y: frame.bottom)]
        case .line(let start, let end, _, _): [start, end]
        case .polyline(let points, _, _): points
        case .circle(let center, let radius, _, _):
            [
                ScenePoint(x: center.x - radius, y: center.y - radius),
                ScenePoint(x: center.x + radius, y: center.y + radius),
            ]
        case .text: []
        }
    }
}
