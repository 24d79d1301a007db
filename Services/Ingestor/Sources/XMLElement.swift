/// The beginning of an element.
struct XMLElement {
    /// With its prefix, such as `gesmes:Envelope`.
    let qualifiedName: String
    /// In the order they stand, none twice.
    var attributes: [(name: String, value: String)] = []

    /// Without its prefix.
    var localName: Substring {
        qualifiedName.lastIndex(of: ":").map { qualifiedName[qualifiedName.index(after: $0)...] } ?? qualifiedName[...]
    }

    /// The value of an attribute.
    subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
}

/// The references that a value of XML may hold without a document type: `&amp;` and its four fellows, `&#…;`, `&#x…;`.
enum XMLReference {
    private static let named: [Substring: Character] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

    /// The text with every reference resolved; nil where one is none of these.
    static func resolved(_ text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let pieces = text.split(separator: "&", omittingEmptySubsequences: false)
        var result = String(pieces[0])
        for piece in pieces.dropFirst() {
            guard let end = piece.firstIndex(of: ";"), let character = character(piece[..<end]) else { return nil }
            result.append(character)
            result += piece[piece.index(after: end)...]
        }
        return result
    }

    private static func character(_ reference: Substring) -> Character? {
        if let character = named[reference] { return character }
        guard reference.hasPrefix("#") else { return nil }
        let isHexadecimal = reference.hasPrefix("#x")
        let number = UInt32(reference.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
        return number.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }.map { Character($0) }
    }
}
