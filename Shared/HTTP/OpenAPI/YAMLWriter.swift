/// Writes a JSON value as YAML 1.2 (which older readers take the same way) in block style.
///
/// Strings are quoted as in JSON wherever a reader might see something else in them.
struct YAMLWriter {
    private var text = ""

    /// The whole document.
    static func encode(_ value: JSONValue) -> String {
        var writer = YAMLWriter()
        writer.write(value, indentation: 0)
        writer.text += "\n"
        return writer.text
    }

    /// Writes what follows `name:` or `-`, or the whole document.
    private mutating func write(_ value: JSONValue, indentation: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let number): text += Self.number(number.text)
        case .string(let string): text += Self.quoted(string)
        case .array([]): text += "[]"
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                if index > 0 { newLine(indentation) }
                text += "- "
                write(element, indentation: indentation + 2)
            }
        case .object(let object) where object.members.isEmpty: text += "{}"
        case .object(let object): write(object, indentation: indentation)
        }
    }

    private mutating func write(_ object: JSONObject, indentation: Int) {
        for (index, member) in object.members.enumerated() {
            if index > 0 { newLine(indentation) }
            text += Self.isPlain(member.name) ? member.name : Self.quoted(member.name)
            text += ":"
            if member.value.isBlock {
                newLine(indentation + 2)
            } else {
                text += " "
            }
            write(member.value, indentation: indentation + 2)
        }
    }

    private mutating func newLine(_ indentation: Int) {
        text += "\n" + String(repeating: " ", count: indentation)
    }

    /// YAML 1.1 reads an exponent only after a fraction and with a sign.
    private static func number(_ text: String) -> String {
        guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return text }
        let (mantissa, exponent) = (text[..<mark], text[text.index(after: mark)...])
        let signed = exponent.hasPrefix("-") || exponent.hasPrefix("+") ? String(exponent) : "+\(exponent)"
        return (mantissa.contains(".") ? String(mantissa) : "\(mantissa).0") + "e" + signed
    }

    /// Words that YAML 1.1 takes for something else.
    private static let reserved: Set<String> = ["y", "n", "yes", "no", "true", "false", "on", "off", "null"]

    /// Whether a name can stand without quotation marks: letters, digits and underscores after a letter.
    private static func isPlain(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first), !reserved.contains(name.lowercased()) else { return false }
        return name.utf8.allSatisfy { byte in
            isLetter(byte) || byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }

    /// Whether a byte of UTF-8 is a printable character of ASCII that means nothing between quotation marks.
    private static func isOrdinary(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Double-quoted style (YAML 1.2.2, section 7.3.1); what is not printable there (section 5.1) is escaped.
    private static func quoted(_ string: String) -> String {
        guard !string.utf8.allSatisfy(isOrdinary) else { return "\"\(string)\"" }
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{2029}", "\u{FEFF}", "\u{FFFE}"..."\u{FFFF}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension JSONValue {
    /// Whether it takes lines of its own.
    fileprivate var isBlock: Bool {
        switch self {
        case .array(let elements): !elements.isEmpty
        case .object(let object): !object.members.isEmpty
        case .null, .bool, .number, .string: false
        }
    }
}
