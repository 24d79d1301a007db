import SharedDomain
import SharedResilience

/// A publisher of rates or prices. An adapter fetches and extracts; whether a figure is believable is not its business.
protocol Source: Sendable {
    var id: SourceID { get }

    /// When it publishes; nil for one without fixed days.
    var calendar: PublicationCalendar? { get }

    /// The history that comes with the release; nil when none does.
    var shippedFile: ShippedFile? { get }

    /// Whether it is asked at every collection too.
    var isLive: Bool { get }

    /// What the circuit breaker before it does with calls now; nil for one without.
    var breakerState: CircuitBreakerState? { get async }

    /// Asks for what is missing, in as many calls as that takes.
    /// - Throws: `FetchFailure` when the source did not answer with what it publishes.
    func fetch(beyond held: SourceHoldings, at now: Instant) async throws -> Fetched

    /// What a payload holds, in any order, no day twice: several sheets of one day only where each says when it was
    /// published. None at all is a success: nothing was published.
    /// - Throws: `UnreadablePayload` when it is not what the source publishes.
    func parse(_ payload: Payload) throws(UnreadablePayload) -> [Publication]

    /// Told once everything that was fetched is in the store.
    func took(_ payloads: [Payload])
}

extension Source {
    /// None: what is not asked over the network needs none.
    var breakerState: CircuitBreakerState? { get async { nil } }

    /// Most sources know from what is held where to go on.
    func took(_ payloads: [Payload]) {}
}

/// What asking a source came to.
struct Fetched: Sendable {
    /// What it sent. None at all is a success: there is nothing new.
    var payloads: [Payload] = []
    /// Why the rest of several calls gave nothing; what came before is taken all the same.
    var failure: FetchFailure?
}

/// What is held of a source before it is asked.
struct SourceHoldings: Sendable, Hashable {
    /// The newest accepted day.
    var newestDay: Day?
    /// The accepted days of the last `JumpRule.openDays`.
    var recentDays: Set<Day> = []
    /// The oldest day within the last `JumpRule.openDays` of which a figure was refused only because it jumped: the
    /// days after it may confirm it.
    var oldestOpenJump: Day?
}
