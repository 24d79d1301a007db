import SharedDomain

/// What a bank pays and asks for a transfer as memory keeps it: what `TransferPrices` says, in 32 bytes.
///
/// Both are for the unit of the quote that they stand in, and in pivot money.
struct TransferFigures: Sendable, Equatable {
    let buying: Figure
    let selling: Figure

    init(buying: Figure, selling: Figure) {
        self.buying = buying
        self.selling = selling
    }

    /// The prices of a quote, nil where it has none.
    init?(_ quote: Quote) {
        guard let transfer = quote.transfer else { return nil }
        self.init(buying: Figure(transfer.buying, of: quote), selling: Figure(transfer.selling, of: quote))
    }

    /// Whether two are written alike, zeros at the end included, or are both nil.
    static func areWrittenAlike(_ one: TransferFigures?, _ other: TransferFigures?) -> Bool {
        Figure.areWrittenAlike(one?.buying, other?.buying) && Figure.areWrittenAlike(one?.selling, other?.selling)
    }

    /// - Throws: never for the figures of a quote; `INTERNAL_ERROR` or `INVALID_PARAMETER` for those of none.
    var prices: TransferPrices {
        get throws(ServiceError) { try TransferPrices(buying: buying.price, selling: selling.price) }
    }
}

extension Figure {
    /// Another price of the unit, and the way round, of a quote. `TransferPrices` bounds its digits.
    fileprivate init(_ price: ExactDecimal, of quote: Quote) {
        self.init(
            coefficient: Int64(price.coefficient), exponent: Int8(price.exponent), unit: UInt8(quote.unit),
            direction: quote.direction)
    }
}
