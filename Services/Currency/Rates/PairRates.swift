import SharedDomain

/// The latest prices of one currency in another, from every source that has one, in order of preference.
struct PairRates: Sendable {
    /// The price of one source.
    struct Candidate: Sendable {
        let cross: CrossRate
        /// The currency that its legs are quoted against.
        let pivot: CurrencyCode
        /// From when on the source should have published a newer one.
        let staleFrom: Instant

        func isStale(at moment: Instant) -> Bool { staleFrom <= moment }
    }

    /// At least one.
    let candidates: [Candidate]

    /// The source that should price the pair and has no rate of it.
    private let missing: SourceID?
    private let mostPercent: ExactRatio
    /// What there is to say while none of them is stale, which is worked out once.
    private let disagreementOfAll: RateDisagreement?

    /// - Parameters:
    ///   - candidates: in order of preference; nil when there are none.
    ///   - preferred: the source that should price the pair.
    ///   - mostPercent: the most that sources may differ by, in percent of the lowest rate.
    init?(_ candidates: [Candidate], preferred: SourceID?, mostPercent: ExactRatio) {
        guard let first = candidates.first else { return nil }
        let isIdentity = first.cross.base == first.cross.quote
        self.candidates = candidates
        self.mostPercent = mostPercent
        missing = isIdentity || preferred == first.cross.source ? nil : preferred
        disagreementOfAll = RateDisagreement(candidates.map(\.cross), mostPercent: mostPercent)
    }

    /// The place of the one that serves at that moment: the first that is not stale; where all are, the one of the
    /// newest day, of those of the same day the first. A preference says nothing for a rate that is out of date.
    func servingPlace(at moment: Instant) -> Int {
        servingPlace { $0.isStale(at: moment) }
    }

    private func servingPlace(_ isStale: (Candidate) -> Bool) -> Int {
        if let fresh = candidates.firstIndex(where: { !isStale($0) }) { return fresh }
        let newest = candidates.map(\.cross.day).max()
        return candidates.firstIndex { $0.cross.day == newest } ?? 0
    }

    /// Why the preferred source does not serve; nil where it does.
    /// - Parameter place: of the one that serves.
    func fallback(to place: Int) -> RateFallback? {
        if let missing { return RateFallback(preferred: missing, reason: .missing) }
        guard place > 0, candidates[0].cross.base != candidates[0].cross.quote else { return nil }
        return RateFallback(preferred: candidates[0].cross.source, reason: .stale)
    }

    /// What those that are not stale say, where they differ by too much.
    func disagreement(at moment: Instant) -> RateDisagreement? {
        disagreement { $0.isStale(at: moment) }
    }

    private func disagreement(_ isStale: (Candidate) -> Bool) -> RateDisagreement? {
        guard candidates.count > 1 else { return nil }
        let fresh = candidates.filter { !isStale($0) }
        if fresh.count == candidates.count { return disagreementOfAll }
        return RateDisagreement(fresh.map(\.cross), mostPercent: mostPercent)
    }

    /// The price that serves at that moment.
    func served(at moment: Instant) -> ServedRate {
        served { $0.isStale(at: moment) }
    }

    /// The price that serves where each source has a moment of its own to be judged at.
    func served(whereStale isStale: (Candidate) -> Bool) -> ServedRate {
        let place = servingPlace(isStale)
        let candidate = candidates[place]
        return ServedRate(
            cross: candidate.cross, pivot: candidate.pivot, isStale: isStale(candidate), fallback: fallback(to: place),
            disagreement: disagreement(isStale))
    }
}

extension RateDisagreement {
    /// The spread of those rates; nil where it is within the bound.
    fileprivate init?(_ rates: [CrossRate], mostPercent: ExactRatio) {
        let ratios = rates.map(\.ratio)
        guard rates.count > 1, let lowest = ratios.min(), let highest = ratios.max(), lowest < highest,
            let spread = (highest - lowest) * ExactRatio(100) / lowest, spread > mostPercent
        else { return nil }
        self.init(spreadPercent: spread, rates: rates)
    }
}
