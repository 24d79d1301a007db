import SharedDomain

/// The price of one currency in another from the source that serves it now, and why that one.
struct ServedRate: Sendable {
    /// The price of one `cross.base` in `cross.quote` money, exactly, with its sheet and its legs.
    let cross: CrossRate
    /// The currency that the legs are quoted against.
    let pivot: CurrencyCode
    /// Whether its source should have published a newer one by then.
    let isStale: Bool
    /// Set when it does not come from the preferred source.
    var fallback: RateFallback?
    /// Set when sources differ by more than the bound.
    var disagreement: RateDisagreement?

    /// Whole seconds from when it was published until that moment; not below 0.
    func ageSeconds(at moment: Instant) -> Int64 { max(0, moment.seconds - cross.publishedAt.seconds) }
}

/// Why another source than the preferred one serves.
struct RateFallback: Sendable, Hashable {
    enum Reason: String, Sendable, CaseIterable {
        /// The preferred source should have published a newer rate by now.
        case stale
        /// The preferred source has no rate of the pair.
        case missing
    }

    let preferred: SourceID
    let reason: Reason
}

/// What the sources that are not stale say of the same pair, where they differ by more than the bound.
struct RateDisagreement: Sendable {
    /// The digits after the point that the spread is given with.
    static let spreadDigits = 4

    /// The highest less the lowest, in percent of the lowest.
    let spreadPercent: ExactRatio
    /// In order of preference.
    let rates: [CrossRate]
}

extension RatesSnapshot {
    /// The price of one currency in another at that moment, from the source that serves; nil when none has both.
    func rate(of currency: CurrencyCode, in base: CurrencyCode, at moment: Instant) -> ServedRate? {
        pairs(in: base)[currency]?.served(at: moment)
    }

    /// The price of the same pair from the same source in its publication before; nil when it has none within its
    /// look-back.
    func previous(to rate: ServedRate) -> CrossRate? {
        guard let source = sources.first(where: { $0.source == rate.cross.source }) else { return nil }
        for sheet in source.sheets where sheet.day < rate.cross.day {
            if let cross = sheet.cross(of: rate.cross.base, in: rate.cross.quote) { return cross }
        }
        return nil
    }
}
