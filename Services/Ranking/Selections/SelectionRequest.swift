import SharedDomain

/// What a client says when someone chooses a destination, and what is known of the client. Nothing of it is stored as it
/// is here; see `Selection`.
struct SelectionRequest: Sendable {
    var userID: String
    var country: CountryCode
    var sessionID: String?
    var referrer: String?
    /// The client's name for this request, so that it may send it again without counting twice.
    var idempotencyKey: String?
    var address: String?
    var userAgent: String?
}
