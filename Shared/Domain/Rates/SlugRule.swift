/// The form of the names that sources and basket items go by.
enum SlugRule {
    /// Whether the text is 1 to 32 of a–z, 0–9 and `-`.
    static func isSlug(_ text: some StringProtocol) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default:
                    false
                }
            }
    }
}
