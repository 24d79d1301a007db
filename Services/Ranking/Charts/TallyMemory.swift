import GRDB
import SharedDomain
import SharedHTTP
import Synchronization

/// The tallies of the last days in memory: what the charts of today are made of. They follow each commit of the store
/// and never run ahead of it.
final class TallyMemory: Sendable {
    /// How many days are kept: today, yesterday, and one more for a clock that is not sure of the day.
    static let dayCount = 3

    private struct State {
        /// The first day of which everything is held; nil until the store was read.
        var oldest: Day?
        var days: [Day: DayTallies] = [:] { didSet { lastReading = nil } }
        /// What was read last, while it holds: the same days are asked for again and again.
        var lastReading: Reading?
    }

    private struct Reading {
        let days: ClosedRange<Day>
        let all: [CountryTally]
        let tag: String
    }

    private let state = Mutex(State())

    /// A memory that holds nothing yet.
    init() {}

    /// Everything from `oldest` on, as the store has it.
    func fill(from oldest: Day, _ tallies: [CountryTally]) {
        state.withLock { state in
            state = State(oldest: oldest)
            for tally in tallies { state.days[tally.day, default: DayTallies()].set(tally) }
            forgetOldDays(&state)
        }
    }

    /// Puts tallies in place once the transaction of `db` is committed. Commits follow one another, so the newest tally
    /// is the last one put.
    func set(_ tallies: [CountryTally], afterCommitOf db: Database) {
        db.afterNextTransaction { _ in self.set(tallies) }
    }

    /// The tallies of some days, and what names them; nil when memory does not reach back so far.
    func tallies(of days: ClosedRange<Day>) -> (all: [CountryTally], tag: String)? {
        state.withLock { state in
            guard let oldest = state.oldest, days.lowerBound >= oldest else { return nil }
            if let last = state.lastReading, last.days == days { return (last.all, last.tag) }
            let reading = Self.read(days, &state)
            state.lastReading = reading
            return (reading.all, reading.tag)
        }
    }

    private static func read(_ days: ClosedRange<Day>, _ state: inout State) -> Reading {
        var all: [CountryTally] = []
        var fingerprint = Fingerprint("ranking.days/1")
        fingerprint.add(days.lowerBound)
        fingerprint.add(days.upperBound)
        for day in state.days.keys.sorted() where days.contains(day) {
            all += state.days[day]?.all ?? []
            fingerprint.add(state.days[day]?.tag() ?? "")
        }
        return Reading(days: days, all: all, tag: fingerprint.text)
    }

    private func set(_ tallies: [CountryTally]) {
        state.withLock { state in
            guard let oldest = state.oldest else { return }
            for tally in tallies where tally.day >= oldest { state.days[tally.day, default: DayTallies()].set(tally) }
            forgetOldDays(&state)
        }
    }

    private func forgetOldDays(_ state: inout State) {
        guard let oldest = state.oldest, let newest = state.days.keys.max() else { return }
        let first = newest.adding(days: 1 - Self.dayCount)
        guard first > oldest else { return }
        state.oldest = first
        state.days = state.days.filter { $0.key >= first }
    }
}
