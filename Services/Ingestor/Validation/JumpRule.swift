import SharedDomain

/// Whether a figure is too far from the last accepted one to be believed on its own.
///
/// Money does jump: the lira by 68 % on 2001-02-22, the rouble by 25 % on 2022-02-28. What tells such a day from a slip
/// is the next one. So a jump is refused only until the source's own next figure agrees with it: no jump from it, and not
/// back where the last one was. And a figure is compared only with recent ones, so that a currency that comes back after
/// years has nothing to jump from.
struct JumpRule: Sendable {
    /// How many publications back a figure is compared with.
    static let lookBack = 10
    /// For how many days a figure that was refused only for its jump may still be confirmed.
    static let openDays = 80

    /// The largest believable change, in percent of the last accepted figure.
    let maximumPercent: Int

    /// Why the quote is not believed; nil when it is.
    /// - Parameters:
    ///   - last: the newest accepted quote of the currency before it, if there is a recent one.
    ///   - next: the source's own next quote of the currency, if it is known.
    func breach(_ quote: Quote, after last: Quote?, before next: Quote?) -> FigureRules.Breach? {
        guard let last, let change = change(from: last, to: quote), change > Double(maximumPercent) else { return nil }
        if let next, agrees(next, with: quote, after: last) { return nil }
        let percent = Int(min(change, 1_000_000).rounded())
        return FigureRules.Breach(
            rule: .jump,
            reason: "\(quote.price) is \(percent) % from \(last.price), the last accepted value; "
                + "up to \(maximumPercent) % is believed until a later publication agrees")
    }

    /// The rouble's 22 % of 2014-12-16 went half back the next day, and were real: only a quarter of the limit from where
    /// it was counts as back.
    private func agrees(_ next: Quote, with quote: Quote, after last: Quote) -> Bool {
        guard let onward = change(from: quote, to: next), let overall = change(from: last, to: next) else {
            return false
        }
        return onward <= Double(maximumPercent) && overall > Double(maximumPercent) / 4
    }

    /// The size of the change in percent of `from`; nil between figures that are quoted differently. In binary64: this
    /// weighs what is plausible, it computes no rate.
    private func change(from: Quote, to: Quote) -> Double? {
        guard from.unit == to.unit, from.direction == to.direction else { return nil }
        let before = from.price.doubleValue
        return abs(to.price.doubleValue - before) * 100 / before
    }
}
