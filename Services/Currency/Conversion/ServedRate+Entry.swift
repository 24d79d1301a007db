import SharedDomain

extension LatestAnswer.Entry {
    /// The evidence of a rate that is served, as of that moment.
    init(_ served: ServedRate, significantDigits: Int, asOf moment: Instant) throws(ServiceError) {
        let value = try served.cross.value(significantDigits: significantDigits)
        self.init(
            rate: LatestRate(cross: served.cross, pivot: served.pivot, value: value),
            ageSeconds: served.ageSeconds(at: moment), isStale: served.isStale)
    }
}
