import SharedDomain
import Synchronization

/// How often the Export-Import Bank of Korea is asked: it takes 1,000 calls a day and says `result` 4 beyond.
final class KEXIMCalls: Sendable {
    /// Questions a day in Seoul. Each may be tried four times, so that not even a day of failures comes to 1,000 calls.
    static let mostPerDay = 250

    private struct State {
        var day: Day?
        var count = 0
        /// Days on which it published nothing though the calendar expected it, and will not any more.
        var settled: Set<Day> = []
    }

    private let state = Mutex(State())

    /// Notes a question that is about to be asked.
    /// - Throws: `FetchFailure` when there were as many today as there may be.
    func begin(at now: Instant) throws(FetchFailure) {
        let today = Self.today(now)
        let isAllowed = state.withLock { state in
            if state.day != today { (state.day, state.count) = (today, 0) }
            guard state.count < Self.mostPerDay else { return false }
            state.count += 1
            return true
        }
        guard isAllowed else { throw FetchFailure("it was asked as often as it may be on \(today); tomorrow again") }
    }

    /// Notes that it takes no more calls today.
    func end(at now: Instant) {
        state.withLock { ($0.day, $0.count) = (Self.today(now), Self.mostPerDay) }
    }

    /// Notes that a day has no rates.
    func settle(_ day: Day) {
        state.withLock { state in
            // As many as are ever asked about: older ones are out of reach.
            state.settled = state.settled.filter { $0 > day.adding(days: -JumpRule.openDays) }
            state.settled.insert(day)
        }
    }

    /// Whether a day is known to have no rates.
    func isSettled(_ day: Day) -> Bool { state.withLock { $0.settled.contains(day) } }

    private static func today(_ now: Instant) -> Day { Day(of: now, in: PublicationCalendar.kexim.zone) }
}
