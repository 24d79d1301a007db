import SharedDomain

/// The stretches without rates: shaded, and each says what it is.
extension PlotLayout {
    /// The shades.
    var bands: [ChartScene.Element] {
        silence.map { .rectangle(band(of: $0), .band) }
    }

    /// A label in the middle of each shade that has room for it, unless the strip of breaks above says the same.
    var bandLabels: [ChartScene.Element] {
        silence.compactMap { stretch in
            let band = band(of: stretch)
            let (words, codes) = (content.words, stretch.unquoted)
            let texts = (codes.isEmpty ? [] : [words.notQuoted(codes)]) + [words.notQuoted]
            let isSaid = breaks.labels.contains { label in texts.contains { label.content.hasPrefix($0) } }
            let fitting = texts.first {
                TextMeasure.width(of: $0, size: sizes.label) + 2 * Self.tagPadding <= band.width
            }
            guard !isSaid, let fitting else { return nil }
            let middle = ScenePoint(x: band.x + band.width / 2, y: band.y + band.height / 2 + sizes.label * 0.35)
            return .text(
                SceneText(fitting, at: middle, .middle, size: sizes.label, color: .mutedText, halo: .band))
        }
    }

    private func band(of stretch: SilentStretch) -> SceneFrame {
        let (left, right) = (times.x(of: stretch.days.lowerBound), times.x(of: stretch.days.upperBound))
        return SceneFrame(x: left, y: frame.y, width: right - left, height: frame.height)
    }
}
