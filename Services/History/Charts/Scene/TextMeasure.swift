/// Estimates how wide a text is before anyone knows in which font it will be shown: as in a wide one (DejaVu Sans, whose
/// digits are 0.636 of the size), so that what fits here fits everywhere.
enum TextMeasure {
    /// How far capitals and Hangul reach above the baseline, as a part of the size.
    static let ascent = 0.92
    /// From the top of the highest letter to the bottom of the deepest, as a part of the size.
    static let lineHeight = 1.18

    /// The width in pixels.
    static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        let plain = text.unicodeScalars.reduce(0) { $0 + advance(of: $1) } * size
        return isBold ? plain * 1.1 : plain
    }

    /// The text, or as much of its beginning as fits with an ellipsis after it; empty when not even that fits.
    static func fitting(_ text: String, in room: Double, size: Double, isBold: Bool = false) -> String {
        if width(of: text, size: size, isBold: isBold) <= room { return text }
        var beginning = text
        while !beginning.isEmpty {
            beginning.removeLast()
            let shortened = beginning.trimmingSpaces + "…"
            if width(of: shortened, size: size, isBold: isBold) <= room { return shortened }
        }
        return ""
    }

    /// As a part of the size.
    private static func advance(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case " ", ".", ",", ":", ";", "'", "|", "!", "·", "(", ")", "i", "j", "l", "I", "/", "-": 0.42
        case "0"..."9": 0.64
        case "m", "w", "M", "W", "@", "%": 1
        case "a"..."z": 0.64
        case "A"..."Z": 0.78
        default: 1.02
        }
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
