import SharedDomain
import SharedHTTP

/// One state of the rates. States follow one another with each commit that changes a rate, and when time makes one stale.
struct RateState: Sendable {
    /// Names the state by its content: the same after a restart, and at every replica that took in the same events.
    /// At most 128 characters of `[0-9a-f-]`.
    let id: String
    let rates: RatesSnapshot
    /// When it was first seen.
    let moment: Instant

    /// The state of those rates at that moment.
    init(_ rates: RatesSnapshot, at moment: Instant) {
        self.rates = rates
        self.moment = moment
        // As time passes sheets only ever become stale, one after the other: how many are tells which.
        var staleness = Staleness(at: rates.version(at: moment).asOf)
        var staleSheets = 0
        for source in rates.sources {
            for sheet in source.sheets where staleness.isStale(source.source, observedOn: sheet.day) {
                staleSheets += 1
            }
        }
        id = "\(rates.fingerprint)-\(staleSheets)"
    }

    /// Every price in that money; none where the money itself has none.
    func entries(in money: StreamQuestion.Money) throws(ServiceError) -> [LatestAnswer.Entry] {
        guard rates.holds(money.base) else { return [] }
        let question = LatestQuestion(
            base: money.base, symbols: nil, significantDigits: money.significantDigits)
        return try LatestRates.answer(question, from: rates, at: moment).entries
    }
}
