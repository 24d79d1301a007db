/// What a basket item costs in one area, in local money.
package struct Price: Sendable, Hashable {
    /// Where.
    package let area: PriceArea
    /// The local money.
    package let currency: CurrencyCode
    /// How much of it: positive, at most 18 digits.
    package let localPrice: ExactDecimal

    /// A price; throws `INVALID_PARAMETER` naming the area and the value when it is not positive or too long.
    package init(area: PriceArea, currency: CurrencyCode, localPrice: ExactDecimal) throws(ServiceError) {
        guard localPrice.signum > 0, localPrice.coefficient < PowersOfTen.integers[Quote.mostDigits] else {
            throw .invalidParameter(
                "\(area)", provided: "\(localPrice)",
                expected: "a positive price of at most \(Quote.mostDigits) digits")
        }
        self.area = area
        self.currency = currency
        self.localPrice = localPrice
    }
}
