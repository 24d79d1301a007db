/// A text that grows to a number of bytes and no further.
struct BoundedText {
    /// What stands where something was cut.
    static let mark = "…[cut]"

    private(set) var text = ""
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// The bytes that still fit.
    var room: Int { limit - text.utf8.count }

    /// Adds all of `piece`, or nothing when it does not fit.
    @discardableResult
    mutating func append(_ piece: String) -> Bool {
        guard piece.utf8.count <= room else { return false }
        text += piece
        return true
    }

    /// Adds `content`, each character as `escape` spells it (nil: as it is), in at most `limit` bytes; what is too long
    /// ends with the mark. The work is bounded by the limit too, not by the length of the content.
    mutating func append(
        escaping content: String, limit: Int = .max, by escape: (_ scalar: Unicode.Scalar) -> String?
    ) {
        let end = text.utf8.count + min(limit, room)
        var lastPlaceForMark = text.utf8.count
        for scalar in content.unicodeScalars {
            let piece = escape(scalar) ?? String(scalar)
            guard text.utf8.count + piece.utf8.count <= end else {
                text = String(Substring(text.utf8.prefix(lastPlaceForMark)))
                if text.utf8.count + Self.mark.utf8.count <= end { text += Self.mark }
                return
            }
            text += piece
            if text.utf8.count + Self.mark.utf8.count <= end { lastPlaceForMark = text.utf8.count }
        }
    }
}
