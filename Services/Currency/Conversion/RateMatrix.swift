import SharedDomain
import SharedHTTP

/// What each of some currencies costs in each of the others.
struct RateMatrix: Sendable {
    /// Two currencies, in the order they were asked for: their rate is meant either way round.
    struct Pair: Sendable, Hashable {
        let first: CurrencyCode
        let second: CurrencyCode
    }

    /// Where rates come from.
    struct Origin: Sendable, Hashable {
        let source: SourceID
        let day: Day
        let publishedAt: Instant
        let isStale: Bool
        let fallback: RateFallback?
    }

    /// The pairs of one origin.
    struct Publication: Sendable {
        let origin: Origin
        var pairs: [Pair]
    }

    /// Sources that say different things of a pair.
    struct Spread: Sendable {
        let pair: Pair
        /// The highest less the lowest, in percent of the lowest; 4 digits after the point.
        let percent: ExactDecimal
    }

    /// The currencies that a rate is held for, in the order asked.
    let currencies: [CurrencyCode]
    /// Those that none is held for, in the order asked.
    let unavailable: [CurrencyCode]
    /// `rates[i][j]` is the price of one `currencies[j]` in `currencies[i]` money; nil where no source has both.
    let rates: [[ExactDecimal?]]
    /// At least one, the one with the most pairs first.
    let publications: [Publication]
    let spreads: [Spread]
    /// What ages are as of.
    let moment: Instant
    let isFromMemory: Bool
    /// Which state of the latest rates it comes from; nil where nobody may keep it.
    var version: AnswerVersion?

    /// Whether any of the rates is stale.
    var isStale: Bool { publications.contains(where: \.origin.isStale) }
}

extension RateMatrix.Origin {
    init(_ rate: ServedRate) {
        self.init(
            source: rate.cross.source, day: rate.cross.day, publishedAt: rate.cross.publishedAt,
            isStale: rate.isStale, fallback: rate.fallback)
    }

    /// Whole seconds from when it was published until that moment; not below 0.
    func ageSeconds(at moment: Instant) -> Int64 { max(0, moment.seconds - publishedAt.seconds) }
}
