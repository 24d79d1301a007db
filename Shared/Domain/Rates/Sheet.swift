/// What one source published for one day: all its quotes against one pivot currency.
package struct Sheet: Sendable, Hashable {
    /// Who published it.
    package let source: SourceID
    /// The currency that all quotes are against.
    package let pivot: CurrencyCode
    /// The day the rates are for.
    package let day: Day
    /// When the source made it public.
    package let publishedAt: Instant
    /// When we recorded it.
    package let recordedAt: Instant
    /// At least one quote, by currency: none twice, none of the pivot itself.
    package let quotes: [Quote]

    /// A sheet of quotes in any order.
    ///
    /// Throws `INVALID_PARAMETER` naming the currency and the value for no quotes, two for one currency, or one for
    /// the pivot.
    package init(
        source: SourceID, pivot: CurrencyCode, day: Day, publishedAt: Instant, recordedAt: Instant, quotes: [Quote]
    ) throws(ServiceError) {
        let sorted = quotes.sorted { $0.currency < $1.currency }
        guard !sorted.isEmpty else {
            throw .invalidParameter("quotes", provided: "none for \(day)", expected: "at least one quote")
        }
        if let own = sorted.first(where: { $0.currency == pivot }) {
            throw .invalidParameter("\(pivot)", provided: "\(own.price)", expected: "no quote of the pivot itself")
        }
        for (one, next) in zip(sorted, sorted.dropFirst()) where one.currency == next.currency {
            throw .invalidParameter(
                "\(one.currency)", provided: "\(one.price) and \(next.price)", expected: "one quote for a currency")
        }
        self.source = source
        self.pivot = pivot
        self.day = day
        self.publishedAt = publishedAt
        self.recordedAt = recordedAt
        self.quotes = sorted
    }

    /// The quote of that currency, nil when the sheet has none (as for the pivot).
    package func quote(for currency: CurrencyCode) -> Quote? {
        var (low, high) = (0, quotes.count)
        while low < high {
            let middle = (low + high) / 2
            if quotes[middle].currency < currency {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < quotes.count && quotes[low].currency == currency ? quotes[low] : nil
    }

    /// The price of one `base` in `quote` money, exactly: (pivot per base) ÷ (pivot per quote). 1 for a currency in
    /// itself; nil when the sheet lacks either.
    package func cross(of base: CurrencyCode, in quote: CurrencyCode) -> CrossRate? {
        var legs: [Quote] = []
        if base != quote {
            // The pivot has no quote, and needs none.
            for currency in [base, quote] where currency != pivot {
                guard let leg = self.quote(for: currency) else { return nil }
                legs.append(leg)
            }
        }
        return CrossRate(
            base: base, quote: quote, day: day, source: source, publishedAt: publishedAt, pivot: pivot, legs: legs)
    }
}
