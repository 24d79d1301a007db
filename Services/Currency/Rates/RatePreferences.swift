import SharedConfig
package import SharedDomain

/// Which sources rates are taken from, which of them a pair of currencies is priced by first, and by how much they may
/// differ before an answer says so.
struct RatePreferences: Sendable {
    /// Rates are taken from these, the preferred one first.
    let sources: [SourceID]
    /// The same, then those that only a rule names: everything that is held in memory.
    let collected: [SourceID]
    /// In percent of the lowest rate.
    let disagreementPercent: ExactDecimal
    /// The rules as texts, in the order of their pairs.
    let rules: [String]

    private let orders: [CurrencyPair: [SourceID]]
    private let named: [CurrencyPair: Set<SourceID>]

    /// - Parameters:
    ///   - sources: the order for every pair without a rule.
    ///   - rules: for their pairs, the sources that come before those.
    ///   - disagreementPercent: the most that sources may differ by, in percent of the lowest rate.
    init(
        sources: [SourceID], rules: [PairPreference] = [],
        disagreementPercent: ExactDecimal = CurrencyConfig.disagreementPercent.defaultValue
    ) {
        self.sources = sources
        self.disagreementPercent = disagreementPercent
        self.rules = rules.sorted { $0.pair < $1.pair }
            .map { "\($0.pair.first)/\($0.pair.second)=\($0.sources.map(\.description).joined(separator: " "))" }
        var collected = sources
        var orders: [CurrencyPair: [SourceID]] = [:]
        var named: [CurrencyPair: Set<SourceID>] = [:]
        for rule in rules {
            let pair = rule.pair
            orders[pair] = rule.sources + sources.filter { !rule.sources.contains($0) }
            named[pair] = Set(rule.sources)
            collected += rule.sources.filter { !collected.contains($0) }
        }
        self.collected = collected
        self.orders = orders
        self.named = named
    }

    /// The pairs that have an order of their own, by code.
    var pairsWithRule: [CurrencyPair] {
        orders.keys.sorted()
    }

    /// The sources that may price a pair, the preferred one first. A currency in itself is worth one by any source.
    func order(for pair: CurrencyPair) -> [SourceID] {
        if pair.isIdentity { return collected }
        return orders.isEmpty ? sources : orders[pair] ?? sources
    }

    /// The source that should price a pair: the first in its order of which anything is held. One that a rule names
    /// for the pair counts even if nothing was ever received of it: somebody relies on it.
    func preferred(for pair: CurrencyPair, isHeld: (SourceID) -> Bool) -> SourceID? {
        order(for: pair).first { isHeld($0) || named[pair]?.contains($0) == true }
    }
}

/// Which sources come first for a pair of currencies, in either direction.
package struct PairPreference: Sendable, Hashable {
    /// One currency of the pair.
    package let one: CurrencyCode
    /// The other.
    package let other: CurrencyCode
    /// The preferred source first; none twice, at least one.
    package let sources: [SourceID]

    /// The most sources of one pair.
    static let mostSources = 8

    /// Reads `USD/KRW=kexim ecb`: two codes that ISO 4217 knows, and the sources' names with single spaces between; nil
    /// for anything else.
    package init?(_ text: String) {
        let sides = text.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2 else { return nil }
        let codes = sides[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard codes.count == 2, let one = CurrencyCode(known: codes[0]), let other = CurrencyCode(known: codes[1]),
            one != other
        else { return nil }
        let names = sides[1].split(separator: " ", omittingEmptySubsequences: false)
        let sources = names.compactMap { SourceID($0) }
        guard (1...Self.mostSources).contains(names.count), sources.count == names.count,
            Set(sources).count == sources.count
        else { return nil }
        (self.one, self.other, self.sources) = (one, other, sources)
    }

    /// The two currencies, in either order.
    var pair: CurrencyPair { CurrencyPair(one, other) }

    /// As it is read.
    package var text: String { "\(one)/\(other)=\(sources.map(\.description).joined(separator: " "))" }
}

extension CurrencyCode {
    /// A code in capitals that ISO 4217 knows.
    fileprivate init?(known text: String) {
        guard let code = CurrencyCode(text), "\(code)" == text, Currency.named(code) != nil else { return nil }
        self = code
    }
}
