import SharedDomain

/// Countries in the order of their scores: equal scores share a rank and the ranks after them are left out (1, 1, 3),
/// equals among themselves stand in alphabetical order of their codes.
struct Standings: Sendable {
    struct Place: Sendable, Hashable {
        let rank: Int
        let country: CountryCode
        let score: Int
    }

    let places: [Place]
    private let ranks: [CountryCode: Int]

    /// The standings of one day's tallies, without the countries that fewer than `minimumUsers` different users chose.
    init(_ tallies: [CountryTally], minimumUsers: Int) {
        let sorted = tallies.filter { $0.users >= minimumUsers }.sorted {
            ($1.selections, $0.country) < ($0.selections, $1.country)
        }
        var places: [Place] = []
        for (position, tally) in sorted.enumerated() {
            let shared = places.last.flatMap { $0.score == tally.selections ? $0.rank : nil }
            places.append(
                Place(rank: shared ?? position + 1, country: tally.country, score: tally.selections))
        }
        self.places = places
        ranks = Dictionary(uniqueKeysWithValues: places.map { ($0.country, $0.rank) })
    }

    /// The rank of a country, nil when it is not among them.
    func rank(of country: CountryCode) -> Int? { ranks[country] }
}
