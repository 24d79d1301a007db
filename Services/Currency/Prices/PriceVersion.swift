import SharedDomain
import SharedHTTP

extension CurrencyHoldings.Contents {
    /// The version of answers that come from rates and prices both; nil while either is lacking.
    ///
    /// It is the rates' version with the name of the prices. The day that prices' ages count to is that of `asOf` in UTC,
    /// and so the same for all answers of a version: rates' versions move on with every hour. An edition that was taken in
    /// within the hour moves it on too.
    func priceVersion(at now: Instant, maximumAgeDays: Int) -> AnswerVersion? {
        guard !rates.isEmpty, !prices.items.isEmpty else { return nil }
        let version = rates.version(at: now)
        let recorded = prices.recordings.last { $0 <= now }
        let asOf = max(version.asOf, recorded ?? version.asOf)
        // A clock that is behind the data-ingestor's.
        let next = prices.recordings.first { $0 > now }
        let freshUntil = version.freshUntil.map { min($0, next ?? $0) }
        return AnswerVersion(
            tag: "\(version.tag) \(prices.fingerprint) \(maximumAgeDays)@\(asOf.milliseconds)", asOf: asOf,
            freshUntil: freshUntil)
    }
}
