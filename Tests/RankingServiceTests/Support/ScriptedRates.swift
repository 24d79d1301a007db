import SharedDomain
import SharedTesting
import Synchronization

@testable import RankingService

/// A source of rates that answers as the test says, and counts how often it is asked.
final class ScriptedRates: RateSource {
    private struct State {
        var answer: Result<[CurrencyCode: DestinationRate], ServiceError>
        var gate: Gate?
        var calls = 0
    }

    private let state: Mutex<State>

    /// Answers with the rates of the example day.
    init() {
        state = Mutex(State(answer: .success(Self.october30)))
    }

    var calls: Int { state.withLock { $0.calls } }

    func answer(_ rates: [CurrencyCode: DestinationRate]) { state.withLock { $0.answer = .success(rates) } }

    func fail() { state.withLock { $0.answer = .failure(ServiceError(.externalAPIError, "currency did not answer")) } }

    func recover() { answer(Self.october30) }

    /// Lets nobody have an answer until the gate opens.
    func hold(at gate: Gate) { state.withLock { $0.gate = gate } }

    func latest() async throws -> [CurrencyCode: DestinationRate] {
        let (answer, gate) = state.withLock { state in
            state.calls += 1
            return (state.answer, state.gate)
        }
        try await gate?.wait()
        return try answer.get()
    }

    /// KRW/USD and KRW/JPY of the ECB's 2026-10-30, by Python's decimal: 1491.76 / 1.1172 and 1491.76 / 175.68 at ten
    /// digits.
    static let october30: [CurrencyCode: DestinationRate] = [
        .usd: rate("1335.266738"), CurrencyCode("JPY") ?? .eur: rate("8.491347905"), .eur: rate("1491.76"),
    ]

    /// The ECB's hour of that day, 15:00 UTC.
    static let publishedAt = Instant(seconds: 1_793_372_400)

    private static func rate(_ text: String) -> DestinationRate {
        DestinationRate(
            rate: ExactDecimal(text) ?? .zero, observedOn: Day(year: 2026, month: 10, day: 30) ?? Day(number: 0),
            publishedAt: publishedAt, source: "ecb", isStale: false)
    }
}
