import SharedDomain

/// Whether a figure is too far from the last accepted one to be believed on its own.
///
/// Money does jump: the lira by 68 % on 2001-02-22, the rouble by 25 % on 2022-02-28. What tells such a day from a slip
/// is the next one. So a jump is refused only until the source's own next figure agrees with it, and a figure is
/// compared only with recent ones, so that a currency that comes back after years has nothing to jump from.
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
        if let next, let further = self.change(from: quote, to: next), further <= Double(maximumPercent) { return nil }
        let percent = Int(min(change, 1_000_000).rounded())
        return FigureRules.Breach(
            rule: .jump,
            reason: "\(quote.price) is \(percent) % from \(last.price), the last accepted value; "
                + "up to \(maximumPercent) % is believed until a later publication agrees")
    }

    /// The size of the change in percent of `from`; nil between figures that are quoted differently. In binary64: this
    /// weighs what is plausible, it computes no rate.
    private func change(from: Quote, to: Quote) -> Double? {
        guard from.unit == to.unit, from.direction == to.direction else { return nil }
        let before = from.price.doubleValue
        return abs(to.price.doubleValue - before) * 100 / before
    }
}
