import SharedDomain

/// What happened to the price of one currency between two states.
enum RateEvent: Sendable {
    /// It is another one, comes from elsewhere, has gone stale, or is there at last.
    case rate(LatestAnswer.Entry)
    /// There is none any more.
    case withdrawn(CurrencyCode)

    /// Whose price it is.
    var currency: CurrencyCode {
        switch self {
        case .rate(let entry): entry.currency
        case .withdrawn(let currency): currency
        }
    }

    /// Every change from one list of prices to another, by code.
    static func all(from before: [LatestAnswer.Entry], to after: [LatestAnswer.Entry]) -> [RateEvent] {
        let known = Dictionary(before.map { ($0.currency, $0) }) { first, _ in first }
        let held = Set(after.map(\.currency))
        let changed = after.filter { entry in
            guard let old = known[entry.currency] else { return true }
            return !entry.isSame(as: old)
        }
        let withdrawn = before.map(\.currency).filter { !held.contains($0) }
        return (changed.map(RateEvent.rate) + withdrawn.map(RateEvent.withdrawn))
            .sorted { $0.currency < $1.currency }
    }
}

extension LatestAnswer.Entry {
    /// Whose price it is.
    var currency: CurrencyCode { rate.currency }

    /// The price, rounded.
    var value: ExactDecimal { rate.value }

    /// Whether a reader would see the same but for the age: the price, its source, its day, when it was published, the
    /// figures that it was computed from, whether it is stale, and what the other sources say.
    func isSame(as other: LatestAnswer.Entry) -> Bool {
        value == other.value && rate.cross.source == other.rate.cross.source && rate.cross.day == other.rate.cross.day
            && rate.cross.publishedAt == other.rate.cross.publishedAt && rate.cross.legs == other.rate.cross.legs
            && rate.pivot == other.rate.pivot && isStale == other.isStale && fallback == other.fallback
            && isSame(disagreement, other.disagreement)
    }

    private func isSame(_ one: LatestAnswer.Disagreement?, _ other: LatestAnswer.Disagreement?) -> Bool {
        guard let one, let other else { return (one == nil) == (other == nil) }
        return one.spreadPercent == other.spreadPercent && one.rates.elementsEqual(other.rates, by: ==)
    }
}
