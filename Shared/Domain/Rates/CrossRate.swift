/// The price of one currency in another, with its evidence: where and when it was published, and the quotes it was
/// computed from.
package struct CrossRate: Sendable, Hashable {
    /// The currency that is priced.
    package let base: CurrencyCode
    /// The money it is priced in.
    package let quote: CurrencyCode
    /// The day of the sheet.
    package let day: Day
    /// Who published the sheet.
    package let source: SourceID
    /// When the sheet was made public.
    package let publishedAt: Instant
    /// How much `quote` money one `base` costs, exactly. Positive.
    package let ratio: ExactRatio
    /// The quotes used, that of `base` first: none for a currency in itself, one where either is the pivot, else two.
    package let legs: [Quote]

    /// The price of one `quote` in `base` money, from the same evidence.
    package var inverse: CrossRate {
        CrossRate(
            base: quote, quote: base, day: day, source: source, publishedAt: publishedAt,
            ratio: ExactRatio.one.dividedByPositive(ratio), legs: legs.reversed())
    }
}
