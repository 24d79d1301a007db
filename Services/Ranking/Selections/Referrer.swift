/// The page a selection came from, without the parts that may hold a secret: its query, its fragment, and the user and
/// password before its host.
struct Referrer: Sendable, Hashable, CustomStringConvertible {
    /// How much is kept.
    static let maximumCharacters = 512

    let description: String

    /// What is to be kept of what a client sent; nil when nothing is left.
    init?(_ given: String) {
        var page = given.prefix { $0 != "?" && $0 != "#" }
        if let scheme = page.firstRange(of: "://") {
            let host = page[scheme.upperBound...]
            let authority = host.prefix { $0 != "/" }
            if let at = authority.lastIndex(of: "@") {
                page = page[..<scheme.upperBound] + host[host.index(after: at)...]
            }
        }
        guard !page.isEmpty else { return nil }
        description = String(page.prefix(Self.maximumCharacters))
    }
}
