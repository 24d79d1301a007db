import SharedDomain

/// One country in a chart.
struct ChartEntry: Sendable, Hashable {
    /// How a country's place compares with the window before.
    enum Change: String, CaseIterable, Sendable {
        case up = "UP"
        case down = "DOWN"
        case same = "SAME"
        case new = "NEW"
    }

    let rank: Int
    let country: CountryCode
    /// The selections that count.
    let score: Int
    /// Its part of all selections of the window, in percent, rounded half up to two digits after the point.
    let percentage: Double
    /// Nil when it was not in the window before.
    let previousRank: Int?

    init(_ place: Standings.Place, of total: Int, previousRank: Int?) {
        rank = place.rank
        country = place.country
        score = place.score
        percentage = Self.percentage(place.score, of: total)
        self.previousRank = previousRank
    }

    var change: Change {
        guard let previousRank else { return .new }
        if rank == previousRank { return .same }
        return rank < previousRank ? .up : .down
    }

    /// How many places it moved, whichever way; 0 for a new one.
    var changeValue: Int { previousRank.map { abs($0 - rank) } ?? 0 }

    /// Rounded as a whole number of hundredths, so that no binary fraction decides a tie.
    private static func percentage(_ score: Int, of total: Int) -> Double {
        guard total > 0 else { return 0 }
        let hundredths = (score * 20_000 + total) / (total * 2)
        return Double(hundredths) / 100
    }
}
