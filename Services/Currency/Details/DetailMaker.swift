import SharedDomain

/// Works out how banks quote currencies at one moment, from one state of the rates.
struct DetailMaker: Sendable {
    let rates: RatesSnapshot
    let question: DetailQuestion
    let moment: Instant
    let transferSpreadPercent: ExactDecimal

    /// How the currency is quoted; nil when there is no rate of it.
    /// - Throws: `ServiceError` when a price needs more digits than are kept.
    func detail(of currency: Currency) throws(ServiceError) -> CurrencyDetail? {
        guard let served = rates.rate(of: currency.code, in: question.base, at: moment) else { return nil }
        let entry = try LatestAnswer.Entry(
            served, significantDigits: question.significantDigits, asOf: moment)
        return CurrencyDetail(
            currency: currency, base: question.base, entry: entry,
            quotationRate: try rounded(served.cross.ratio * ExactRatio(currency.quotationUnit)),
            transfer: try transfer(of: served.cross), change: try change(of: served))
    }

    /// The published prices of a transfer, else an estimate on both sides of the rate. Prices of another hour between
    /// which the rate does not lie any more are no bank's: nobody sells below the rate.
    private func transfer(of rate: CrossRate) throws(ServiceError) -> TransferQuote {
        if rate.base == rate.quote { return TransferQuote(selling: .one, buying: .one, origin: .sameMoney) }
        if let published = rates.publishedTransfer(of: rate.base, in: rate.quote, at: moment),
            published.buying <= rate.ratio, rate.ratio <= published.selling
        {
            return TransferQuote(
                selling: try rounded(published.selling), buying: try rounded(published.buying),
                origin: .published(published.source, published.day))
        }
        guard let part = ExactRatio(transferSpreadPercent) / ExactRatio(100) else { throw .internalError() }
        return TransferQuote(
            selling: try rounded(rate.ratio * (.one + part)), buying: try rounded(rate.ratio * (.one - part)),
            origin: .estimated)
    }

    private func change(of served: ServedRate) throws(ServiceError) -> RateChange? {
        guard let previous = rates.previous(to: served) else { return nil }
        let difference = served.cross.ratio - previous.ratio
        // A price is positive, so this is never nil.
        guard let share = difference / previous.ratio else { return nil }
        return RateChange(
            previous: try rounded(previous.ratio), previousDay: previous.day, absolute: try rounded(difference),
            percent: try rounded(share * ExactRatio(100)), direction: RateChange.Direction(of: difference))
    }

    private func rounded(_ ratio: ExactRatio) throws(ServiceError) -> ExactDecimal {
        try ratio.rounded(significantDigits: question.significantDigits, mode: .halfUp)
    }
}

extension RateChange.Direction {
    /// The direction of an exact difference.
    fileprivate init(of difference: ExactRatio) {
        switch difference.signum {
        case 1: self = .up
        case 0: self = .same
        default: self = .down
        }
    }
}
