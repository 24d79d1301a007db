import Foundation
import SharedDomain
import SharedResilience

/// The Export-Import Bank of Korea's rates: won for a unit of each currency, with what a bank pays and asks for a
/// transfer. A key is needed, and each day is a call of its own.
struct KEXIMSource: Source {
    /// How many of its publication days back are asked for: nobody offers more in one call, and calls are few.
    static let reach = 10
    /// The most bytes that are taken: a day has about 6 KB.
    static let byteLimit = 256 * 1024
    private static let dayParameter = "searchdate"

    static let endpointSettings = SourceEndpointSettings(
        SourceID.kexim.description, base: "https://oapi.koreaexim.go.kr/site/program/financial", needsKey: true)

    let fetcher: HTTPFetcher
    /// What was asked of it, as long as the process runs.
    let calls = KEXIMCalls()

    var id: SourceID { .kexim }
    var calendar: PublicationCalendar? { .kexim }
    var shippedFile: ShippedFile? { nil }
    var isLive: Bool { true }
    var breakerState: CircuitBreakerState? { get async { await fetcher.breakerState } }

    func fetch(beyond held: SourceHoldings, at now: Instant) async throws -> Fetched {
        let missing = Self.days(upTo: now).filter { !held.recentDays.contains($0) && !calls.isSettled($0) }
        var asked = try await ask(for: missing, at: now)
        if asked.hasRates, asked.fetched.failure == nil, let jump = held.oldestOpenJump {
            // A new day may confirm what was doubted: the days from there on, judged once more together.
            let doubted = Self.days(upTo: now).filter { $0 >= jump && held.recentDays.contains($0) }
            let again = try await ask(for: doubted, at: now)
            asked.fetched.payloads += again.fetched.payloads
            asked.fetched.failure = again.fetched.failure
        }
        return asked.fetched
    }

    func parse(_ payload: Payload) throws(UnreadablePayload) -> [Publication] {
        guard let day = Self.day(of: payload.url) else {
            throw UnreadablePayload(line: nil, "its address does not say for which day it is")
        }
        switch try KEXIMAnswer(payload.body) {
        case .published(let quotes): return [.sheet(PublishedSheet(day: day, pivot: .krw, quotes: quotes))]
        case .nothing: return []
        case .refused(let refusal): throw UnreadablePayload(line: nil, refusal.failure.description)
        }
    }

    /// What several days came to.
    private struct Asked {
        var fetched = Fetched()
        /// Whether it had published for one of them.
        var hasRates = false
    }

    /// Asks for days one by one, newest first, until something is wrong.
    private func ask(for days: [Day], at now: Instant) async throws -> Asked {
        var asked = Asked()
        do {
            for day in days {
                try calls.begin(at: now)
                let payload = try await fetcher.get(Self.path(day), atMost: Self.byteLimit)
                switch answer(payload) {
                case .published?:
                    asked.hasRates = true
                case .nothing?:
                    if Self.isOver(day, at: now) { calls.settle(day) }
                case .refused(let refusal)?:
                    if refusal == .limitReached { calls.end(at: now) }
                    throw refusal.failure
                case nil:
                    // It is archived, and what is wrong is said when it is read for its rates.
                    break
                }
                asked.fetched.payloads.append(payload)
            }
        } catch let failure as FetchFailure {
            asked.fetched.failure = failure
        }
        return asked
    }

    /// What a payload says; nil when it cannot be read.
    private func answer(_ payload: Payload) -> KEXIMAnswer? {
        do throws(UnreadablePayload) {
            return try KEXIMAnswer(payload.body)
        } catch {
            return nil
        }
    }

    /// Whether nothing is to come for a day any more.
    private static func isOver(_ day: Day, at now: Instant) -> Bool {
        let calendar = PublicationCalendar.kexim
        return calendar.publishedAt(day).advanced(by: calendar.grace) <= now
    }

    /// The last publication days whose time has come, newest first.
    static func days(upTo now: Instant) -> [Day] {
        var days = [PublicationCalendar.kexim.latestExpectedDay(at: now)]
        while days.count < reach {
            days.append(PublicationCalendar.kexim.previousPublicationDay(before: days[days.count - 1]))
        }
        return days
    }

    private static func path(_ day: Day) -> String {
        "exchangeJSON?authkey=\(SourceEndpoint.keyMark)&\(dayParameter)=\(compact(day))&data=AP01"
    }

    /// The day that an address asks for.
    private static func day(of url: String) -> Day? {
        let parameters = URLComponents(string: url)?.queryItems ?? []
        guard let text = parameters.first(where: { $0.name == dayParameter })?.value, text.utf8.count == 8 else {
            return nil
        }
        return Day("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
    }

    /// `20261030`.
    private static func compact(_ day: Day) -> String { day.description.filter { $0 != "-" } }
}
