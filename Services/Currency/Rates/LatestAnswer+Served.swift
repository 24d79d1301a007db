import SharedDomain

extension LatestAnswer.Entry {
    /// The evidence of a rate that serves, as of a moment; the rates rounded once, half up.
    /// - Throws: `ServiceError` when one needs more digits than are kept.
    init(_ served: ServedRate, significantDigits: Int, asOf moment: Instant) throws(ServiceError) {
        let value = try served.cross.value(significantDigits: significantDigits)
        try self.init(served, value: value, at: moment, significantDigits: significantDigits)
    }

    /// The same with the rate as it was rounded already.
    /// - Parameter significantDigits: those of the rates of sources that disagree.
    init(
        _ served: ServedRate, value: ExactDecimal, at moment: Instant, significantDigits: Int = 10
    ) throws(ServiceError) {
        var disagreement: LatestAnswer.Disagreement?
        if let found = served.disagreement {
            var values: [(SourceID, ExactDecimal)] = []
            for cross in found.rates {
                let value = try cross.value(significantDigits: significantDigits)
                values.append((cross.source, value))
            }
            disagreement = try LatestAnswer.Disagreement(found, values: values)
        }
        self.init(
            rate: LatestRate(cross: served.cross, pivot: served.pivot, value: value),
            ageSeconds: served.ageSeconds(at: moment), isStale: served.isStale, fallback: served.fallback,
            disagreement: disagreement)
    }
}

extension LatestAnswer.Disagreement {
    /// - Parameter values: the rounded rates by source, of these sources and perhaps others.
    init(_ disagreement: RateDisagreement, values: [(SourceID, ExactDecimal)]) throws(ServiceError) {
        let sources = Set(disagreement.rates.map(\.source))
        self.init(
            spreadPercent: try disagreement.spreadPercent.rounded(
                fractionDigits: RateDisagreement.spreadDigits, mode: .halfUp),
            rates: values.filter { sources.contains($0.0) }.map { (source: $0.0, value: $0.1) })
    }
}
