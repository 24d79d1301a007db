package import SharedDomain

extension CommonV1Quote {
    package init(_ quote: Quote) {
        self.init()
        currency = quote.currency.description
        price = CommonV1Decimal(quote.price)
        unit = UInt32(quote.unit)
        direction = quote.direction.message
        if let prices = quote.transfer {
            transfer.buying = CommonV1Decimal(prices.buying)
            transfer.selling = CommonV1Decimal(prices.selling)
        }
    }
}

extension Quote {
    /// - Throws: `ServiceError` naming what is not a quote.
    package init(_ message: CommonV1Quote) throws {
        try self.init(
            currency: CurrencyCode(message: message.currency),
            price: ExactDecimal(message.price),
            unit: Int(message.unit),
            direction: QuoteDirection(message.direction),
            transfer: message.hasTransfer
                ? TransferPrices(
                    buying: ExactDecimal(message.transfer.buying), selling: ExactDecimal(message.transfer.selling))
                : nil)
    }
}

extension CurrencyCode {
    /// From a message.
    package init(message text: String) throws {
        guard let code = CurrencyCode(text) else { throw ServiceError.invalidCurrencyCode(text, parameter: "currency") }
        self = code
    }
}

extension QuoteDirection {
    fileprivate var message: CommonV1QuoteDirection {
        switch self {
        case .perPivot: .perPivot
        case .inPivot: .inPivot
        }
    }

    fileprivate init(_ message: CommonV1QuoteDirection) throws {
        switch message {
        case .perPivot: self = .perPivot
        case .inPivot: self = .inPivot
        case .unspecified, .UNRECOGNIZED:
            throw ServiceError.invalidParameter(
                "direction", provided: "\(message.rawValue)", expected: "1 (per pivot) or 2 (in pivot)")
        }
    }
}
