/// Metrics as Prometheus reads them: the text exposition format, version 0.0.4
/// (prometheus.io/docs/instrumenting/exposition_formats).
struct ExpositionText: Sendable {
    private(set) var text = ""

    /// The two lines before a family's samples.
    mutating func head(_ shape: MetricShape) {
        text += "# HELP \(shape.name) \(Self.escaped(shape.help, quotes: false))\n"
        text += "# TYPE \(shape.name) \(shape.kind.rawValue)\n"
    }

    /// One line; `value` is already text.
    mutating func sample(_ name: String, _ labels: some Sequence<(String, String)>, _ value: String) {
        text += name
        var separator = "{"
        for (label, content) in labels {
            text += separator + label + "=\"" + Self.escaped(content, quotes: true) + "\""
            separator = ","
        }
        if separator == "," { text += "}" }
        text += " " + value + "\n"
    }

    /// Adds what another text holds.
    mutating func append(_ other: ExpositionText) {
        text += other.text
    }

    /// A number as Go's ParseFloat reads it; a whole one without a fraction.
    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return Int(exactly: value).flatMap { abs($0) < largestExactInteger ? String($0) : nil } ?? "\(value)"
    }

    /// Up to here every integer has a Double of its own: 2 to the power of 53.
    private static let largestExactInteger = 9_007_199_254_740_992

    /// A backslash and a line feed are escaped everywhere, a double quote inside of quotes.
    private static func escaped(_ text: String, quotes: Bool) -> String {
        guard text.utf8.contains(where: { needsEscape($0, quotes: quotes) }) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func needsEscape(_ byte: UInt8, quotes: Bool) -> Bool {
        byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\n") || (quotes && byte == UInt8(ascii: "\""))
    }
}
