import SharedDomain
import SharedHTTP

/// How banks quote the currencies that were asked for.
struct DetailAnswer: Sendable {
    /// The money that the prices are given in.
    let base: CurrencyCode
    /// In the order asked.
    let details: [CurrencyDetail]
    /// Currencies that were asked for and have no rate, in the order asked.
    let unavailable: [CurrencyCode]
    /// Whether memory answered, rather than the store or another service.
    let isFromMemory: Bool
    /// Which state of memory it comes from; nil when it comes from elsewhere.
    let version: AnswerVersion?
}
