import SharedDomain
import Testing

@testable import RankingService

struct StandingsTests {
    @Test("equal scores share a rank, the ranks after them are left out, equals stand in alphabetical order")
    func ties() throws {
        let standings = try Standings(tallies("US 5, JP 5, FR 3, DE 1, AT 1, IT 1, KR 0"), minimumUsers: 0)
        #expect(
            standings.places.map { "\($0.rank) \($0.country)" }
                == ["1 JP", "1 US", "3 FR", "4 AT", "4 DE", "4 IT", "7 KR"])
    }

    @Test("a country that fewer users chose than are needed is left out, and takes no rank")
    func minimumUsers() throws {
        let crowd = CountryTally(
            country: try country("JP"), day: Day(number: 0), selections: 2, users: 2, lastSelectedAt: Ranking.noon)
        let insistent = CountryTally(
            country: try country("US"), day: Day(number: 0), selections: 9, users: 1, lastSelectedAt: Ranking.noon)
        let standings = Standings([crowd, insistent], minimumUsers: 2)
        #expect(standings.places.map { "\($0.rank) \($0.country)" } == ["1 JP"])
        #expect(standings.rank(of: insistent.country) == nil)
    }

    @Test("nobody chose anything: there are no places")
    func empty() {
        #expect(Standings([], minimumUsers: 1).places.isEmpty)
    }
}

/// Tallies of one day from a list such as "JP 3, US 1", where as many users as selections stand behind each.
func tallies(_ list: String, at instant: Instant = Ranking.noon) throws -> [CountryTally] {
    try list.split(separator: ",").map { item in
        let parts = item.split(separator: " ")
        let selections = try #require(Int(parts[1]))
        return CountryTally(
            country: try country(String(parts[0])), day: Day(number: 0), selections: selections, users: selections,
            lastSelectedAt: instant)
    }
}
