import SharedDomain

/// The bars of one currency on one day that has several publications of it.
///
/// A day with a single one has no bars of its own: the observation is the bar, and 27 years of daily figures cost
/// nothing more.
struct DayBars: Sendable, Equatable {
    /// An hour of it.
    struct Hour: Sendable, Equatable {
        /// Hours from 1970-01-01T00:00:00Z to its beginning.
        let number: Int64
        let bar: Bar
    }

    let day: Bar
    /// Ascending: those in which something was published.
    let hours: [Hour]
}

extension DayEditions {
    /// The bars of a currency; nil unless several publications have it. Made anew from the observations each time, so
    /// that it makes no difference in which order they came.
    ///
    /// - Throws: as `Bar`.
    func bars(of currency: CurrencyCode) throws(ServiceError) -> DayBars? {
        guard publications.count > 1 else { return nil }
        var figures: [Figure] = []
        var hours: [(number: Int64, figures: [Figure])] = []
        for publication in publications {
            guard let figure = publication.observations[currency]?.figure else { continue }
            figures.append(figure)
            let number = publication.publishedAt.hour
            if hours.last?.number == number {
                hours[hours.count - 1].figures.append(figure)
            } else {
                hours.append((number, [figure]))
            }
        }
        guard figures.count > 1, let day = try Bar(of: figures) else { return nil }
        var bars: [DayBars.Hour] = []
        for hour in hours {
            if let bar = try Bar(of: hour.figures) { bars.append(DayBars.Hour(number: hour.number, bar: bar)) }
        }
        return DayBars(day: day, hours: bars)
    }

    /// Whether two publications have the same currency.
    var hasSeveralOfOneCurrency: Bool {
        publications.count > 1 && publications.reduce(0) { $0 + $1.observations.count } > currencies.count
    }

    /// Every currency that some publication has.
    var currencies: Set<CurrencyCode> { Set(publications.flatMap(\.observations.keys)) }
}

extension Instant {
    /// The hour that it lies in: whole hours since 1970-01-01T00:00:00Z.
    var hour: Int64 {
        let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 3_600_000)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The beginning of an hour.
    init(hour: Int64) {
        self.init(milliseconds: hour * 3_600_000)
    }
}
