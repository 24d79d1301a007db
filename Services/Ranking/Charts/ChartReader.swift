import Foundation
import SharedDomain

/// Makes charts out of the counts.
struct ChartReader: Sendable {
    let store: RankingStore
    let zone: TimeZone
    let time: TimeSource
    /// How many different users a country needs.
    let minimumUsers: Int

    /// The business day it is now.
    var today: Day { Day(of: time.now(), in: zone) }

    /// The chart of a period as it stands now.
    ///
    /// - Throws: `DATABASE_UNAVAILABLE`.
    func chart(_ period: ChartPeriod) async throws -> Chart {
        let today = today
        let (window, previous) = (period.window(on: today), period.previousWindow(on: today))
        let tallies = try await store.tallies(from: previous.lowerBound, through: window.upperBound)
        return Chart(
            window: window, startingAt: window.upperBound.start(in: zone),
            current: tallies.filter { window.contains($0.day) },
            previous: tallies.filter { previous.contains($0.day) },
            minimumUsers: minimumUsers)
    }
}
