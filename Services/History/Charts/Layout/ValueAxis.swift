/// The marks of the upright axis, and which of them are labelled.
struct ValueAxis: Sendable {
    /// Every one has a line.
    let ticks: [ValueScale.Tick]
    /// Those whose labels touch neither the tag of the last rate nor what stands above the plot.
    let labelled: [ValueScale.Tick]

    /// How high the tag of the last rate is, as a part of the size of the labels.
    static let tagHeight = 1.5

    /// With fewer, a distance in the plot cannot be read as a difference.
    private static let fewestLabels = 2

    /// As many marks as are read with ease, or as many more as it takes for two of them to be labelled.
    ///
    /// - Parameters:
    ///   - top: where the plot begins, in pixels from the top of the chart; `bottom` is where it ends.
    ///   - tag: where the tag of the last rate has its middle; nil where there is none.
    init(_ values: ValueScale, top: Double, bottom: Double, _ sizes: ChartSizes, besides tag: Double?) {
        // The tag and a label both reach so far from their middles.
        let clear = sizes.label * (Self.tagHeight + TextMeasure.lineHeight) / 2 + 1
        // A label on the upper edge would reach into the strip of breaks above it.
        let highest = top + sizes.label * 0.15
        func free(_ ticks: [ValueScale.Tick]) -> [ValueScale.Tick] {
            ticks.filter { tick in tick.y >= highest && (tag.map { abs($0 - tick.y) > clear } ?? true) }
        }
        let count = max(2, Int((bottom - top) / (sizes.label * 2.6)))
        var ticks = values.ticks(between: top, and: bottom, about: count)
        for finer in 2...5 where free(ticks).count < Self.fewestLabels {
            let closer = values.ticks(between: top, and: bottom, about: count * finer)
            let isLegible = zip(closer, closer.dropFirst()).allSatisfy {
                abs($0.y - $1.y) >= sizes.label * TextMeasure.lineHeight
            }
            if isLegible, free(closer).count > free(ticks).count { ticks = closer }
        }
        self.ticks = ticks
        labelled = free(ticks)
    }

    static func label(of tick: ValueScale.Tick) -> String { ChartNumber.text(tick.value, decimals: 0) }
}
