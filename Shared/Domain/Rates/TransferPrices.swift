/// The two prices of a telegraphic transfer, in pivot money for the unit of the quote they stand in.
///
/// Korean banks call them TTB and TTS; the rate that everything is settled at lies between.
package struct TransferPrices: Sendable, Hashable {
    /// At which the bank buys the currency from its customer (TTB).
    package let buying: ExactDecimal
    /// At which the bank sells it (TTS).
    package let selling: ExactDecimal

    /// Two prices; throws `INVALID_PARAMETER` naming the values when one cannot be a price or the bank would pay more
    /// than it asks.
    package init(buying: ExactDecimal, selling: ExactDecimal) throws(ServiceError) {
        for price in [buying, selling]
        where price.signum <= 0 || price.coefficient >= PowersOfTen.integers[Quote.mostDigits] {
            throw .invalidParameter(
                "transfer", provided: "\(price)", expected: "a positive price of at most \(Quote.mostDigits) digits")
        }
        guard buying <= selling else {
            throw .invalidParameter(
                "transfer", provided: "\(buying) and \(selling)",
                expected: "a buying price that is not above the selling price")
        }
        self.buying = buying
        self.selling = selling
    }
}
