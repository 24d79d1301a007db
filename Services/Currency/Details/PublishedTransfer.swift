import SharedDomain

/// The prices of a telegraphic transfer of one unit, as a source published them.
struct PublishedTransfer: Sendable {
    /// At which the bank sells the currency to its customer (TTS), in pivot money for one unit.
    let selling: ExactRatio
    /// At which the bank buys it (TTB).
    let buying: ExactRatio
    let source: SourceID
    let day: Day
}

extension RatesSnapshot {
    /// The transfer prices of a currency in a money that a source quotes against, from the first source in the pair's
    /// order of preference that publishes them and is not stale; nil when none does.
    ///
    /// A bank's prices hold the way round that it quotes them: no price of a dollar in won is worked out into one of a
    /// won in dollars.
    func publishedTransfer(
        of currency: CurrencyCode, in base: CurrencyCode, at moment: Instant
    ) -> PublishedTransfer? {
        var staleness = Staleness(at: moment)
        for name in preferences.order(for: CurrencyPair(currency, base)) {
            guard let source = sources.first(where: { $0.source == name }) else { continue }
            for sheet in source.sheets where sheet.pivot == base {
                guard let quote = sheet.quote(for: currency), let transfer = quote.transfer else { continue }
                // The sheets that follow are older.
                if staleness.isStale(source.source, observedOn: sheet.day) { break }
                return PublishedTransfer(
                    selling: quote.valueInPivot(at: transfer.selling), buying: quote.valueInPivot(at: transfer.buying),
                    source: source.source, day: sheet.day)
            }
        }
        return nil
    }
}
