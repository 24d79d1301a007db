/// How characters are spelt that could end a line, hide text or forge a field.
enum LineEscape {
    /// For running text: control characters, line and paragraph separators, and the marks that reorder what is shown
    /// (Unicode Technical Report 36, section 3.6, on bidirectional spoofing).
    static func text(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{2028}", "\u{2029}": code(scalar)
        default: scalar.properties.generalCategory == .control ? code(scalar) : nil
        }
    }

    /// For a text in double quotes, as JSON (RFC 8259, section 7) has it; a line of text uses the same spelling.
    static func quoted(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        default: text(scalar)
        }
    }

    /// Every character escaped above lies in the basic plane, so four digits are enough.
    private static func code(_ scalar: Unicode.Scalar) -> String {
        "\\u" + Hex.text(of: UInt16(truncatingIfNeeded: scalar.value))
    }
}
