import SharedDomain

/// Reads `Accept-Language` (RFC 9110, section 12.5.4) as far as our languages go.
enum AcceptLanguage {
    /// The most ranges that are looked at; a longer header gains nothing.
    private static let maximumRanges = 16

    /// The language with the highest weight, the first of equals; nil when none of ours is acceptable.
    static func preferred(_ header: String) -> Language? {
        var best: (language: Language, weight: Double)?
        for range in header.split(separator: ",").prefix(maximumRanges) {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let tag = parts.first, let language = language(of: tag) else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            guard weight > 0, weight <= 1, weight > best?.weight ?? 0 else { continue }
            best = (language, weight)
        }
        return best?.language
    }

    private static func language(of tag: String) -> Language? {
        if tag == "*" { return .ko }
        return tag.split(separator: "-").first.flatMap { Language(rawValue: String($0)) }
    }
}
