import SharedDomain

/// Where rates are looked for: memory, then the own store, then history.
struct RateLayers: Sendable {
    /// The first of the layers.
    let holdings: CurrencyHoldings

    /// The present state, from the first layer that has one.
    /// - Throws: `DATA_NOT_READY` when none has.
    func current() async throws(ServiceError) -> CurrentState {
        guard let contents = holdings.inMemory, !contents.rates.isEmpty else {
            throw .dataNotReady("No exchange rates are held yet.")
        }
        return CurrentState(contents: contents, isFromMemory: true)
    }

    /// What is known of past days, whichever layers that takes: the store is asked once for each day at most.
    func past(_ days: Set<Day>) async -> PastRates {
        PastRates(sheets: holdings.rates.sources.map(\.sheets))
    }
}

/// The present state, and where it was found.
struct CurrentState: Sendable {
    let contents: CurrencyHoldings.Contents
    /// Whether memory had it; an answer from elsewhere is not kept.
    let isFromMemory: Bool
}

/// The rates of past days.
struct PastRates: Sendable {
    /// Of each source, the preferred one first; newest first.
    let sheets: [[Sheet]]

    /// The price of one `currency` in `base` money on that day: from the newest sheet that has both, of at most
    /// `RecentSheets.lookBackDays` before.
    /// - Throws: `NOT_FOUND` when there is none; `DATA_NOT_READY` when the layer that would know does not answer.
    func rate(
        of currency: CurrencyCode, in base: CurrencyCode, on day: Day
    ) throws(ServiceError) -> CrossRate {
        let oldest = day.adding(days: -RecentSheets.lookBackDays)
        for source in sheets {
            for sheet in source where (oldest...day).contains(sheet.day) {
                if let cross = sheet.cross(of: currency, in: base) { return cross }
            }
        }
        throw .notFound("No rate of \(currency) in \(base) is held for \(day).")
    }
}
