import SharedDomain

/// Where the rates beside a chart come from.
protocol RateSource: Sendable {
    /// Every rate there is, in won.
    ///
    /// - Throws: `ServiceError` when there is no answer.
    func latest() async throws -> [CurrencyCode: DestinationRate]
}
