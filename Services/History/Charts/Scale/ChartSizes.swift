/// How large the parts of a chart are, from how large it is.
struct ChartSizes: Sendable {
    /// The widths there are, in pixels.
    static let widths = 320...1600
    /// The heights there are, in pixels.
    static let heights = 200...1200
    static let defaultWidth = 800

    let width: Double
    let height: Double

    /// Half the width, and high enough to read.
    static func height(for width: Int) -> Int { max(240, width / 2) }

    /// The shorter of both ways, the width counted for half: what the type has to suit.
    private var measure: Double { min(width, 2 * height) }

    /// The size of the labels.
    var label: Double { measure < 480 ? 11 : measure < 1100 ? 12 : 15 }
    /// The size of the pair's name.
    var title: Double { measure < 480 ? 13 : measure < 1100 ? 15 : 20 }
    /// The size of the last rate.
    var figure: Double { measure < 480 ? 17 : measure < 1100 ? 20 : 28 }
    /// Around everything.
    var padding: Double { measure < 480 ? 8 : measure < 1100 ? 14 : 22 }
    /// The line of the rates.
    var stroke: Double { measure < 480 ? 1.5 : measure < 1100 ? 1.8 : 2.2 }
    /// The dots on it.
    var dot: Double { measure < 480 ? 2.5 : measure < 1100 ? 3 : 4 }
    /// From one line of labels to the next.
    var labelLine: Double { label * 1.4 }
    /// The least distance between two labels of an axis.
    var labelGap: Double { label * 1.4 }

    /// All of the chart.
    var frame: SceneFrame { SceneFrame(x: 0, y: 0, width: width, height: height) }
}
