import SharedDomain
import SharedHTTP

/// What baskets cost, in every edition that an answer may come from.
struct PriceHoldings: Sendable, Hashable {
    /// The most editions of one item that memory holds, the newest ones; those before them stay in the store. An edition
    /// has one price for each area at most, which is some 100 bytes: The Economist's 43 of its first 26 years are less
    /// than 300 KB.
    static let mostEditions = 400

    /// By name.
    let items: [BasketItem]
    /// When editions were taken in, ascending, each moment once.
    let recordings: [Instant]
    /// The name of the content: the same after a restart and at every replica that took in the same events.
    let fingerprint: String

    /// Those editions, in any order.
    init(_ editions: [HeldEdition] = []) {
        let byItem = Dictionary(grouping: editions, by: \.edition.item).mapValues(Self.newest)
        items = byItem.values.compactMap(BasketItem.init).sorted { $0.name < $1.name }
        let held = byItem.values.flatMap(\.self).sorted(by: Self.isBefore)
        recordings = Set(held.map(\.recordedAt)).sorted()
        fingerprint = Self.fingerprint(of: held)
    }

    /// How many editions there are of all items.
    var editions: Int { items.reduce(0) { $0 + $1.editions } }

    /// The day of the oldest edition of any item; nil when nothing is held.
    var oldest: Day? { items.map(\.oldest).min() }

    /// The editions of one item that memory holds.
    private static func newest(of editions: [HeldEdition]) -> [HeldEdition] {
        guard editions.count > mostEditions else { return editions }
        return editions.sorted { isBefore($1, $0) }.prefix(mostEditions).map(\.self)
    }

    private static func isBefore(_ one: HeldEdition, _ other: HeldEdition) -> Bool {
        let (first, second) = (one.edition, other.edition)
        return (first.item, first.day, first.source) < (second.item, second.day, second.source)
    }

    private static func fingerprint(of editions: [HeldEdition]) -> String {
        var fingerprint = Fingerprint("currency.prices/1")
        fingerprint.add(editions.count)
        for held in editions {
            fingerprint.add(held.edition.item)
            fingerprint.add(held.edition.day)
            fingerprint.add(held.edition.source.description)
            fingerprint.add(held.recordedAt)
            fingerprint.add(held.edition.prices.count)
            for price in held.edition.prices {
                fingerprint.add(price.area.description)
                fingerprint.add(price.currency.description)
                fingerprint.add(price.localPrice)
            }
        }
        return fingerprint.text
    }
}
