/// What a colour stands for; which one it is depends on the theme.
enum ChartColor: String, CaseIterable, Sendable {
    case background
    /// Behind the days that have no rates.
    case band
    case grid
    case axis
    case text
    case mutedText = "muted"
    /// The rates.
    case series
    /// Text on the colour of the rates.
    case onSeries = "on-series"
    /// Where the series breaks.
    case breakMark = "break"
}

/// Which colours a chart is drawn in.
enum ChartTheme: String, CaseIterable, Sendable {
    case light
    case dark
    /// As the reader's system prefers; light where it does not say.
    case auto
}

/// The colours of a theme. All text has a contrast of at least 4.5 to 1 with what is behind it (WCAG 2.2, 1.4.3), the
/// line of the rates at least 3 to 1 (1.4.11).
struct ChartPalette: Sendable {
    private let colors: [ChartColor: String]

    /// The colour as `#rrggbb`.
    subscript(color: ChartColor) -> String { colors[color] ?? "#808080" }

    static let light = ChartPalette(colors: [
        .background: "#ffffff", .band: "#eceff3", .grid: "#e4e7eb", .axis: "#8a939c", .text: "#1c2127",
        .mutedText: "#565f69", .series: "#0b61c4", .onSeries: "#ffffff", .breakMark: "#925a00",
    ])

    static let dark = ChartPalette(colors: [
        .background: "#11161d", .band: "#1b222c", .grid: "#29313b", .axis: "#717b87", .text: "#e7ecf2",
        .mutedText: "#a2adb9", .series: "#5aaaff", .onSeries: "#0b1016", .breakMark: "#dba13a",
    ])
}
