import SharedDomain

extension Conversions {
    /// At the rate of a day.
    func convert(
        _ question: ConversionQuestion, on day: Day, _ past: PastRates, at now: Instant
    ) throws(ServiceError) -> Conversion {
        let cross: CrossRate
        do throws(ServiceError) {
            cross = try past.rate(of: question.from, in: question.to, on: day)
        } catch {
            throw error.code == .notFound ? notHeld(question, on: day) ?? error : error
        }
        return try Conversion(
            question, at: served(cross, past.fallback(of: cross), on: day, at: now), isFromMemory: isInMemory(cross),
            asOf: now)
    }

    /// The rate as it was served on that day: stale where its source should have published a newer one by the day's end.
    private func served(_ cross: CrossRate, _ fallback: RateFallback?, on day: Day, at now: Instant) -> ServedRate {
        let calendar = PublicationCalendar.calendar(of: cross.source)
        let end = min(now, day.adding(days: 1).start(in: calendar.zone))
        return ServedRate(
            cross: cross, pivot: cross.pivot, isStale: calendar.isStale(observedOn: cross.day, at: end),
            fallback: fallback)
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
        let spans = held.map { "of \($0) from \($1.lowerBound) to \($1.upperBound)" }.joined(separator: " and ")
        return .notFound(
            "No rate of \(question.from) in \(question.to) is held for \(day), nor for the "
                + "\(RecentSheets.lookBackDays) days before. Rates are held \(spans).",
            details: ["parameter": "date", "provided": "\(day)", "expected": "a day with rates: \(spans)"])
    }
}
