import SharedDomain

extension LatestAnswer.Entry {
    /// A rate as it is served, rounded to `value`, with its age at that moment.
    init(_ served: ServedRate, value: ExactDecimal, at moment: Instant) {
        self.init(
            rate: LatestRate(cross: served.cross, pivot: served.pivot, value: value),
            ageSeconds: served.ageSeconds(at: moment), isStale: served.isStale)
    }
}
