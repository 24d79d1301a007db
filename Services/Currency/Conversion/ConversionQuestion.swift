import SharedDomain

/// An amount of one money that is to be told in another.
struct ConversionQuestion: Sendable, Hashable {
    /// The greatest amount.
    static let mostAmount = ExactDecimal(1_000_000_000_000_000)
    /// The most digits of an amount after the point.
    static let mostFractionDigits = 10
    /// What an amount must be, to follow "expected".
    static let expectedAmount =
        "a plain decimal number from 0 to \(mostAmount) with at most \(mostFractionDigits) digits after the point"

    let from: CurrencyCode
    let to: CurrencyCode
    /// In `from` money, with the digits it was written with.
    let amount: ExactDecimal
    /// The day whose rate is asked for; nil asks for the latest.
    var day: Day?
    var rounding = ConversionRounding.halfUp
    /// The significant digits of the rate and of its inverse.
    var rateDigits = 10

    /// Whether an amount is asked for in its own money.
    var isIdentity: Bool { from == to }

    /// Whether it is an amount that can be converted.
    static func admits(_ amount: ExactDecimal) -> Bool {
        amount.fractionDigits <= mostFractionDigits && (.zero...mostAmount).contains(amount)
    }
}
