import SharedDomain
import SharedResilience

/// The European Central Bank's euro foreign-exchange reference rates: units of each currency for one euro.
///
/// Three files, of which the smallest that closes the gap is asked for: the last day, the last 90 days, and everything
/// since 1999 (ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates).
struct ECBSource: Source {
    /// One of the three files.
    enum File: String, Sendable, CaseIterable {
        case daily = "eurofxref-daily.xml"
        case ninetyDays = "eurofxref-hist-90d.xml"
        case full = "eurofxref-hist.xml"

        /// The most bytes that are taken: the daily file has 2 KB, that of 90 days 150 KB, the full one about 10 MB.
        var byteLimit: Int {
            switch self {
            case .daily: 256 * 1024
            case .ninetyDays: 2 * 1024 * 1024
            case .full: 32 * 1024 * 1024
            }
        }
    }

    /// How far back the file of 90 days surely reaches, in days.
    static let ninetyDaysReach = 89

    static let endpointSettings = SourceEndpointSettings(
        SourceID.ecb.description, base: "https://www.ecb.europa.eu/stats/eurofxref")

    let fetcher: HTTPFetcher
    var shippedFile: ShippedFile? = .seed("eurofxref-hist.csv", of: "days")

    var id: SourceID { .ecb }
    var calendar: PublicationCalendar? { .ecb }
    var isLive: Bool { true }
    var breakerState: CircuitBreakerState? { get async { await fetcher.breakerState } }

    func fetch(beyond held: SourceHoldings, at now: Instant) async throws -> Fetched {
        let file = Self.file(closing: held, at: now)
        return Fetched(payloads: [try await fetcher.get(file.rawValue, atMost: file.byteLimit)])
    }

    func parse(_ payload: Payload) throws(UnreadablePayload) -> [Publication] {
        switch payload.origin {
        case .shipped: try ECBHistoryFile.sheets(in: payload.body).map { .sheet($0) }
        case .live: try ECBDocument.sheets(in: payload.body).map { .sheet($0) }
        }
    }

    /// The smallest file that has every day after what is held, and the days around a figure that waits to be confirmed.
    static func file(closing held: SourceHoldings, at now: Instant) -> File {
        guard let newest = held.newestDay else { return .full }
        let calendar = PublicationCalendar.ecb
        let expected = calendar.latestExpectedDay(at: now)
        // The daily file has the expected day, or the one before while it is late: enough when no other lies between.
        let lacksAtMostOne = newest >= calendar.previousPublicationDay(before: expected)
        let mayConfirm = held.oldestOpenJump != nil && newest < expected
        if lacksAtMostOne, !mayConfirm { return .daily }
        let today = Day(of: now, in: calendar.zone)
        let next = newest.adding(days: 1)
        let oldestNeeded = min(next, held.oldestOpenJump ?? next)
        return oldestNeeded >= today.adding(days: -ninetyDaysReach) ? .ninetyDays : .full
    }
}
