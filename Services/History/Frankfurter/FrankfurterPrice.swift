import SharedDomain

/// What an amount of one money costs in others, in the steps of the Frankfurter API: amount × what a euro costs in the
/// other money, rounded; that × amount ÷ (amount × what a euro costs in the base, rounded); rounded again.
///
/// Every step is computed exactly before it is rounded. The pivot is the euro, whose own price is the amount.
struct FrankfurterPrice {
    /// How much of the base.
    let amount: ExactDecimal
    private let base: CurrencyCode
    private let pivot: CurrencyCode

    /// The price of an amount of `base`, where the source quotes everything against `pivot`.
    init(of amount: ExactDecimal, _ base: CurrencyCode, pivot: CurrencyCode) {
        self.amount = amount
        self.base = base
        self.pivot = pivot
    }

    /// What the prices of a day are divided by: what the amount of the pivot costs in the base, rounded unless that
    /// leaves nothing.
    ///
    /// - Throws: as `text`.
    func divisor(_ base: Figure) throws(ServiceError) -> ExactDecimal {
        let price = try priceOfPivot(in: self.base, base)
        guard price.signum == 0 else { return price }
        return try exactPriceOfPivot(in: base).rounded(significantDigits: ExactDecimal.mostDigits, mode: .halfUp)
    }

    /// The price in a currency as JSON, from its figure of a day and that day's divisor. The source's own figures, one
    /// of the pivot in other money, are not rounded.
    ///
    /// - Throws: never for figures of quotes; `INTERNAL_ERROR` for digits that no quote has.
    func text(in code: CurrencyCode, _ figure: Figure, over divisor: ExactDecimal) throws(ServiceError) -> String {
        if base == pivot, amount == .one, let published = figure.decimalPerPivot {
            return FrankfurterNumber.text(published)
        }
        let price = try priceOfPivot(in: code, figure)
        guard base != pivot else { return FrankfurterRounding.text(price) }
        let cross = Quotient(
            numerator: price.coefficient, denominator: divisor.coefficient,
            exponent: price.exponent - divisor.exponent
        ).times(amount)
        if let rounded = cross.flatMap(FrankfurterRounding.rounded) { return FrankfurterRounding.text(rounded) }
        guard let exact = ExactRatio(price) * ExactRatio(amount) / ExactRatio(divisor) else { throw .internalError() }
        return FrankfurterRounding.text(try FrankfurterRounding.rounded(exact))
    }

    /// What the amount of the pivot costs in a currency, rounded; in the pivot itself the amount as it is.
    private func priceOfPivot(in code: CurrencyCode, _ figure: Figure) throws(ServiceError) -> ExactDecimal {
        guard code != pivot else { return amount }
        let price = figure.decimalPerPivot.map {
            Quotient(numerator: $0.coefficient, denominator: 1, exponent: $0.exponent)
        }
        if let rounded = price?.times(amount).flatMap(FrankfurterRounding.rounded) { return rounded }
        return try FrankfurterRounding.rounded(exactPriceOfPivot(in: figure))
    }

    private func exactPriceOfPivot(in figure: Figure) throws(ServiceError) -> ExactRatio {
        guard let price = ExactRatio(amount) / (try figure.valueInPivot()) else { throw .internalError() }
        return price
    }
}

extension Figure {
    /// Units of the currency for one of the pivot; nil where it is quoted the other way round.
    fileprivate var decimalPerPivot: ExactDecimal? {
        direction == .perPivot ? ExactDecimal(coefficient: Int128(coefficient), exponent: exponentOfOne) : nil
    }
}
