import SharedDomain

extension Sheet {
    /// Whether this sheet takes the place of one held for the same publication: it says something else, and was not
    /// recorded before it. The same figures again change nothing; neither does the same record without its transfer
    /// prices, which is how history gives it.
    func corrects(_ held: Sheet) -> Bool {
        guard recordedAt >= held.recordedAt, pivot != held.pivot || quotes != held.quotes else { return false }
        return recordedAt != held.recordedAt || !isWithoutTransferPrices(of: held)
    }

    /// Whether it says the same as another one but for transfer prices, of which it has none.
    func isWithoutTransferPrices(of other: Sheet) -> Bool {
        guard pivot == other.pivot, quotes.count == other.quotes.count else { return false }
        return zip(quotes, other.quotes).allSatisfy { mine, others in
            mine.transfer == nil && mine.currency == others.currency && mine.price == others.price
                && mine.unit == others.unit && mine.direction == others.direction
        }
    }
}
