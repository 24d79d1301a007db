import Logging

/// Metadata as JSON text of a bounded size.
enum JSONText {
    /// How deep lists and dictionaries may lie in each other.
    private static let deepest = 8

    /// The value, numbers and claims that were logged as such as what they are; nil when a list or dictionary does not fit in `limit` bytes. A text is cut to fit.
    static func of(_ value: Logger.MetadataValue, atMost limit: Int) -> String? {
        text(of: value, limit, depth: 0)
    }

    /// `text` in double quotes, in at most `limit` bytes, of which there must be two.
    static func quoting(_ text: String, atMost limit: Int) -> String {
        // Almost every text is one that needs no escape: it is copied whole.
        if text.utf8.count <= limit - 2, text.utf8.allSatisfy(isPlain) { return "\"" + text + "\"" }
        var content = BoundedText(limit: limit - 2)
        content.append(escaping: text, by: LineEscape.quoted)
        return "\"" + content.text + "\""
    }

    /// Printable ASCII that stands for itself in quotes.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func text(of value: Logger.MetadataValue, _ limit: Int, depth: Int) -> String? {
        guard depth < deepest, limit >= 2 else { return nil }
        switch value {
        case .string(let text):
            return quoting(text, atMost: limit)
        case .stringConvertible(let value):
            guard isNumberOrClaim(value) else { return quoting(value.description, atMost: limit) }
            let text = value.description
            return text.utf8.count <= limit ? text : nil
        case .array(let values):
            return collection("[", "]", of: values, limit) { value, room in
                text(of: value, room, depth: depth + 1)
            }
        case .dictionary(let values):
            return collection("{", "}", of: values.sorted { $0.key < $1.key }, limit) { entry, room in
                let key = quoting(entry.key, atMost: max(2, room)) + ":"
                return text(of: entry.value, room - key.utf8.count, depth: depth + 1).map { key + $0 }
            }
        }
    }

    /// What JSON has a spelling for that is also Swift's: integers, finite numbers, true and false.
    private static func isNumberOrClaim(_ value: any CustomStringConvertible) -> Bool {
        switch value {
        case is Int, is Bool, is UInt, is Int64: true
        case let number as Double: number.isFinite
        default: false
        }
    }

    private static func collection<Element>(
        _ opening: String, _ closing: String, of elements: [Element], _ limit: Int,
        _ text: (_ element: Element, _ room: Int) -> String?
    ) -> String? {
        var line = BoundedText(limit: limit - closing.utf8.count)
        line.append(opening)
        for (index, element) in elements.enumerated() {
            let separator = index == 0 ? "" : ","
            guard let piece = text(element, line.room - separator.utf8.count), line.append(separator + piece) else {
                return nil
            }
        }
        return line.text + closing
    }
}
