import SharedDomain

/// Where a window of a series is not one stretch of comparable rates.
struct SeriesBreak: Sendable, Equatable {
    enum Kind: String, CaseIterable, Sendable {
        /// The currency took the place of another one, or another one took its place, at so many of the old for one of
        /// the new.
        case redenomination
        /// The source began to quote the currency within the window, or after it; of a currency that the source has quoted
        /// from its first day on only after it.
        case began
        /// The source ceased to quote the currency within the window, or before it: `other` and `factor` are of the
        /// euro where its country joined that.
        case ended
        /// No observation for longer than `longestSilence`, in the window or up to its first day.
        case gap
    }

    /// The most days between two observations that still follow one another. Longer than any holidays.
    static let longestSilence: Int32 = 31

    let kind: Kind
    /// Whose it is; of a gap, the one of the two that was not quoted.
    let currency: CurrencyCode
    /// The last day before it that has an observation; nil of a beginning. Of a redenomination the last one of the
    /// older currency, nil where the source does not have it.
    let lastBefore: Day?
    /// The first day after it that has one; nil of an end. Of a redenomination the first one of the newer currency,
    /// nil where the source does not have it.
    let firstAfter: Day?
    /// The currency that came before, or after an end; nil where there is none.
    let other: CurrencyCode?
    /// How many of the older currency one of the newer one took the place of, exactly; nil where there is none.
    let factor: ExactDecimal?

    /// Whether one observation no longer follows another: a change between the two would be a cliff, not a move.
    static func separates(_ earlier: Int32, _ later: Int32) -> Bool {
        Int(later) - Int(earlier) > Int(longestSilence)
    }
}
