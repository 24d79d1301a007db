import SharedDomain

/// A selection as it is kept: who made it only as digests.
struct Selection: Sendable {
    let id: SelectionID
    let user: KeyedDigest
    let country: CountryCode
    /// The business day.
    let day: Day
    let selectedAt: Instant
    let session: KeyedDigest?
    let referrer: Referrer?
    let address: KeyedDigest?
    let userAgent: KeyedDigest?
}
