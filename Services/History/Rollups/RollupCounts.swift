import SharedDomain

/// How much is kept of days that have several publications.
struct RollupCounts: Sendable, Equatable {
    /// Figures of currencies that several publications of a day have, as they stand after corrections.
    var observations = 0
    /// Of those, and of the days whose observations are no longer kept.
    var dailyBars = 0
    var hourlyBars = 0
}

extension RateBook {
    /// Over all sources.
    var rollupCounts: RollupCounts {
        var counts = RollupCounts()
        for book in sources.values {
            counts.dailyBars += book.reducedBars.values.reduce(0) { $0 + $1.days.count }
            for (day, editions) in book.editions where editions.publications.count > 1 {
                for currency in editions.currencies {
                    let publications = editions.publications.filter { $0.observations[currency] != nil }
                    guard publications.count > 1 else { continue }
                    counts.observations += publications.count
                    guard book.reducedBars[currency]?[day] == nil else { continue }
                    counts.dailyBars += 1
                    counts.hourlyBars += Set(publications.map(\.publishedAt.hour)).count
                }
            }
        }
        return counts
    }
}
