import SharedDomain
import SharedHTTP

/// The tallies of one day, and what names them.
struct DayTallies: Sendable {
    private var byCountry: [CountryCode: CountryTally] = [:]
    private var knownTag: String?

    /// The tallies, in no order.
    var all: [CountryTally] { Array(byCountry.values) }

    /// Puts a tally in the place of the country's earlier one.
    mutating func set(_ tally: CountryTally) {
        byCountry[tally.country] = tally
        knownTag = nil
    }

    /// Equal for two days only when all their tallies are; worked out when it is asked for after a change.
    mutating func tag() -> String {
        if let knownTag { return knownTag }
        var fingerprint = Fingerprint("ranking.day/1")
        for tally in byCountry.values.sorted(by: { $0.country < $1.country }) {
            fingerprint.add(tally.day)
            fingerprint.add(tally.country.description)
            fingerprint.add(tally.selections)
            fingerprint.add(tally.users)
            fingerprint.add(tally.lastSelectedAt)
        }
        let tag = fingerprint.text
        knownTag = tag
        return tag
    }
}
