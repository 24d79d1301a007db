import SharedDomain

/// What an amount of one money costs in others.
struct FrankfurterPrice {
    /// How much of the base.
    let amount: ExactDecimal
    /// Whether the source's own figures are what is asked for: they are not rounded.
    private let isPublished: Bool

    /// The price of an amount of `base`, where the source quotes everything against `pivot`.
    init(of amount: ExactDecimal, _ base: CurrencyCode, pivot: CurrencyCode) {
        self.amount = amount
        isPublished = base == pivot && amount == .one
    }

    /// The price as JSON, from the figures of one day, computed exactly and rounded once.
    ///
    /// - Throws: never for figures of quotes; `INTERNAL_ERROR` for digits that no quote has.
    func text(in quoted: Figure, of base: Figure) throws(ServiceError) -> String {
        if quoted.direction == .perPivot, base.direction == .perPivot {
            if isPublished, let published = quoted.decimalPerPivot { return FrankfurterNumber.text(published) }
            let price = Quotient(
                numerator: Int128(quoted.coefficient), denominator: Int128(base.coefficient),
                exponent: quoted.exponentOfOne - base.exponentOfOne
            ).times(amount)
            if let text = price.flatMap(FrankfurterRounding.text) { return text }
        }
        guard let price = try base.valueInPivot() / quoted.valueInPivot() else { throw .internalError() }
        return try FrankfurterRounding.text(price * ExactRatio(amount))
    }
}

extension Figure {
    fileprivate var decimalPerPivot: ExactDecimal? {
        ExactDecimal(coefficient: Int128(coefficient), exponent: exponentOfOne)
    }
}
