import NIOCore

/// Writes an XML 1.0 document in UTF-8: elements one after the other, indented by tabs, the values of attributes between
/// quotation marks of the caller's choice. Texts and values may hold any character that XML 1.0 knows; others (its section
/// 2.2: most control characters) are replaced by U+FFFD, as no document can hold them. Names are ours.
struct XMLWriter {
    /// What stands around the value of an attribute.
    enum QuotationMark: Unicode.Scalar {
        case single = "'"
        case double = "\""
    }

    /// The name of an attribute, and its value.
    typealias Attribute = (name: String, value: String)

    /// The document so far.
    private(set) var bytes = ByteBuffer()
    private var depth = 0

    /// A document that has its declaration and no element yet.
    init() {
        bytes.writeString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// Writes an element with the elements that `content` writes.
    mutating func element<Failure: Error>(
        _ name: String, _ attributes: [Attribute] = [], in mark: QuotationMark = .double,
        content: (inout XMLWriter) throws(Failure) -> Void
    ) throws(Failure) {
        begin(name, attributes, mark)
        bytes.writeString(">\n")
        depth += 1
        try content(&self)
        depth -= 1
        indent()
        bytes.writeString("</\(name)>\n")
    }

    /// Writes an element with a text.
    mutating func element(_ name: String, text: String) {
        begin(name, [], .double)
        bytes.writeString(">\(Self.escaped(text))</\(name)>\n")
    }

    /// Writes an element without content.
    mutating func emptyElement(_ name: String, _ attributes: [Attribute], in mark: QuotationMark = .double) {
        begin(name, attributes, mark)
        bytes.writeString("/>\n")
    }

    private mutating func begin(_ name: String, _ attributes: [Attribute], _ mark: QuotationMark) {
        indent()
        bytes.writeString("<\(name)")
        for attribute in attributes {
            bytes.writeString(" \(attribute.name)=\(mark.rawValue)\(Self.escaped(attribute.value))\(mark.rawValue)")
        }
    }

    private mutating func indent() {
        bytes.writeString(String(repeating: "\t", count: depth))
    }

    /// The text with what would be markup written as references (XML 1.0, section 2.4): also line breaks and tabs, which a
    /// reader would otherwise turn into spaces in the value of an attribute (section 3.3.3).
    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&apos;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "\t", "\n", "\r": escaped.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped.append("\u{FFFD}")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
