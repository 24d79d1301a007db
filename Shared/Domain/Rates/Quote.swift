/// One published figure, kept exactly as it was published.
package struct Quote: Sendable, Hashable {
    /// The currency that is quoted against the sheet's pivot.
    package let currency: CurrencyCode
    /// The figure: positive, at most 18 digits.
    package let price: ExactDecimal
    /// How many units the figure is for: 1 or 100.
    package let unit: Int
    /// Which way round it is quoted.
    package let direction: QuoteDirection
    /// What a bank pays and asks for a transfer, where the source says so; only of prices in pivot money.
    package let transfer: TransferPrices?

    /// The most digits of a price; such a coefficient fits 64 bits.
    package static let mostDigits = 18
    /// The units that sources quote for.
    package static let units = [1, 100]

    /// A figure as published; throws `INVALID_PARAMETER` naming the currency and the value when it cannot be one.
    package init(
        currency: CurrencyCode, price: ExactDecimal, unit: Int = 1, direction: QuoteDirection,
        transfer: TransferPrices? = nil
    ) throws(ServiceError) {
        guard price.signum > 0, price.coefficient < PowersOfTen.integers[Self.mostDigits] else {
            throw .invalidParameter(
                "\(currency)", provided: "\(price)", expected: "a positive price of at most \(Self.mostDigits) digits")
        }
        guard Self.units.contains(unit) else {
            throw .invalidParameter("\(currency)", provided: "\(unit)", expected: "a quotation unit of 1 or 100")
        }
        guard transfer == nil || direction == .inPivot else {
            throw .invalidParameter(
                "\(currency)", provided: "transfer prices per pivot", expected: "transfer prices in pivot money")
        }
        self.currency = currency
        self.price = price
        self.unit = unit
        self.direction = direction
        self.transfer = transfer
    }

    /// What one unit of the currency costs in pivot money. Positive, as the price is.
    var valueInPivot: ExactRatio { valueInPivot(at: price) }

    /// What one unit costs in pivot money at another price of the same unit and direction. The price is positive.
    package func valueInPivot(at price: ExactDecimal) -> ExactRatio {
        let price = ExactRatio(price)
        let unit = ExactRatio(unit)
        return switch direction {
        case .inPivot: price.dividedByPositive(unit)
        case .perPivot: unit.dividedByPositive(price)
        }
    }
}
