import SharedDomain

/// A currency as banks quote it. Every price is for one unit, computed exactly and rounded once.
struct CurrencyDetail: Sendable {
    let currency: Currency
    /// The money that the prices are given in.
    let base: CurrencyCode
    /// The rate, with its evidence.
    let entry: LatestAnswer.Entry
    /// The price of as many units as Korean banks quote at once: of 100 for the yen, the rupiah and the dong.
    let quotationRate: ExactDecimal
    /// The prices of a telegraphic transfer.
    let transfer: TransferQuote
    /// Against the publication before; nil when there is none.
    let change: RateChange?
}

/// The two prices of a telegraphic transfer of one unit.
struct TransferQuote: Sendable {
    /// Where they come from.
    enum Origin: Sendable, Hashable {
        /// A source that publishes them, for that day.
        case published(SourceID, Day)
        /// Worked out from the rate.
        case estimated
        /// A money in itself: nothing is exchanged.
        case sameMoney
    }

    /// At which a bank sells the currency to its customer (TTS).
    let selling: ExactDecimal
    /// At which a bank buys it (TTB).
    let buying: ExactDecimal
    let origin: Origin
}

/// How a rate differs from that of the source's publication before.
struct RateChange: Sendable {
    enum Direction: String, Sendable, CaseIterable {
        case up = "UP"
        case down = "DOWN"
        case same = "SAME"
    }

    /// The rate before, rounded as every price.
    let previous: ExactDecimal
    /// The day that it was for.
    let previousDay: Day
    /// The rate less the one before, in the base money.
    let absolute: ExactDecimal
    /// The same in percent of the one before.
    let percent: ExactDecimal
    /// By the exact difference, however it is rounded.
    let direction: Direction
}
