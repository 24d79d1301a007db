import SharedDomain

/// What one publication says of one currency.
struct Observation: Sendable, Equatable {
    let figure: Figure
    /// What a bank pays and asks, where the source says so.
    let transfer: TransferFigures?

    init(figure: Figure, transfer: TransferFigures? = nil) {
        self.figure = figure
        self.transfer = transfer
    }

    init(_ quote: Quote) {
        self.init(figure: Figure(quote), transfer: TransferFigures(quote))
    }

    /// The quote that the observation is of.
    ///
    /// - Throws: never for that of a quote; `INTERNAL_ERROR` or `INVALID_PARAMETER` for digits that no quote has.
    func quote(for currency: CurrencyCode) throws(ServiceError) -> Quote {
        try Quote(
            currency: currency, price: figure.price, unit: Int(figure.unit), direction: figure.direction,
            transfer: transfer?.prices)
    }
}
