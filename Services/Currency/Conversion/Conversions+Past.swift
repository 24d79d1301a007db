import SharedDomain

extension Conversions {
    /// At the rate of a day.
    /// - Parameter present: the present state, for a currency in itself; nil where nobody asked for it.
    func convert(
        _ question: ConversionQuestion, on day: Day, _ past: PastRates, _ present: Result<CurrentState, ServiceError>?,
        at now: Instant
    ) throws(ServiceError) -> Conversion {
        let rate: ServedRate
        do throws(ServiceError) {
            rate = try past.served(question.from, in: question.to, on: day, at: now)
        } catch {
            guard question.isIdentity, let one = try present?.get().contents.rates.one(question, on: day, at: now)
            else { throw error.code == .notFound ? notHeld(question, on: day) ?? error : error }
            rate = one
        }
        return try Conversion(question, at: rate, isFromMemory: isInMemory(rate.cross), asOf: now)
    }

    /// Whether memory holds what the rate was computed from.
    private func isInMemory(_ cross: CrossRate) -> Bool {
        let source = layers.holdings.inMemory?.rates.sources.first { $0.source == cross.source }
        return source?.sheets.contains { $0.day == cross.day } ?? false
    }

    /// What is held instead of that day; nil where that is not known.
    private func notHeld(_ question: ConversionQuestion, on day: Day) -> ServiceError? {
        guard let coverage = layers.holdings.inMemory?.coverage else { return nil }
        let held = [question.from, question.to].compactMap { currency in coverage[currency].map { (currency, $0) } }
        guard !held.isEmpty else { return nil }
        var spans = held.map { "of \($0) from \($1.lowerBound) to \($1.upperBound)" }.joined(separator: " and ")
        if held.allSatisfy({ $1.contains(day) }) { spans += ", with a gap in between" }
        return .notFound(
            "No rate of \(question.from) in \(question.to) is held for \(day), nor for the "
                + "\(RecentSheets.lookBackDays) days before. Rates are held \(spans).",
            details: ["parameter": "date", "provided": "\(day)", "expected": "a day with rates: \(spans)"])
    }
}

extension RatesSnapshot {
    /// A currency in itself is 1 on any day, of whatever sheet there is.
    fileprivate func one(_ question: ConversionQuestion, on day: Day, at now: Instant) -> ServedRate? {
        guard let source = sources.first?.source else { return nil }
        return one(question, at: PastRates.end(of: day, source, now))
    }
}
