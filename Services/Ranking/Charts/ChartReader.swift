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

    /// Reads what charts are made of from the store; from then on it is in memory.
    ///
    /// - Throws: `DATABASE_UNAVAILABLE`.
    func fillMemory() async throws {
        try await store.fillMemory(from: today.adding(days: 1 - TallyMemory.dayCount))
    }

    /// The chart of a period as it stands now.
    ///
    /// - Throws: `DATABASE_UNAVAILABLE` where memory does not hold it and the store does not answer.
    func chart(_ period: ChartPeriod) async throws -> Chart {
        Chart(try await counts(period), minimumUsers: minimumUsers)
    }

    /// The counts of a period as they stand now, from memory or else from the store.
    ///
    /// - Throws: as `chart`.
    func counts(_ period: ChartPeriod) async throws -> ChartCounts {
        if let held = heldCounts(period) { return held }
        let (window, previous) = windows(period)
        let tallies = try await store.tallies(from: previous.lowerBound, through: window.upperBound)
        return counts(window, previous, tallies, tag: nil)
    }

    /// The same from memory; nil where it does not hold them.
    func heldCounts(_ period: ChartPeriod) -> ChartCounts? {
        let (window, previous) = windows(period)
        return store.memory.tallies(of: previous.lowerBound...window.upperBound).map { tallies, tag in
            counts(window, previous, tallies, tag: tag)
        }
    }

    private func windows(_ period: ChartPeriod) -> (current: ClosedRange<Day>, previous: ClosedRange<Day>) {
        let today = today
        return (period.window(on: today), period.previousWindow(on: today))
    }

    private func counts(
        _ window: ClosedRange<Day>, _ previous: ClosedRange<Day>, _ tallies: [CountryTally], tag: String?
    ) -> ChartCounts {
        ChartCounts(
            window: window, start: window.lowerBound.start(in: zone),
            current: tallies.filter { window.contains($0.day) },
            previous: tallies.filter { previous.contains($0.day) }, tag: tag)
    }
}
