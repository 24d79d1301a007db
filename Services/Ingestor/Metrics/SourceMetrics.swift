import SharedDomain
import SharedResilience
import SharedTelemetry

/// What the service tells of its sources. There are as many series as sources that are configured, times the few
/// outcomes and states.
struct SourceMetrics: Sendable {
    /// What can become of what a source published, or of asking it.
    enum Outcome: String, Sendable, CaseIterable {
        case accepted
        case duplicate
        case corrected
        case refused
        case failed
        case notAsked = "not_asked"
    }

    /// Upper bounds in seconds, up to what a large file with several attempts takes.
    static let fetchBuckets: [Double] = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]

    private let outcomes: CounterFamily
    private let durations: HistogramFamily
    private let successes: GaugeFamily

    /// - Parameter states: how each source stood when the process before this one ended.
    init(of sources: [any Source], states: [IngestorStore.SourceState], in metrics: MetricsRegistry) {
        outcomes = metrics.counter(
            "source_outcomes_total",
            "What became of what a source published (accepted, duplicate and corrected count sheets and editions, "
                + "refused single figures) and of asking it (failed, and not_asked where nothing was left to take).",
            labels: ["source", "outcome"])
        durations = metrics.histogram(
            "source_fetch_duration_seconds", "How long it took to ask a source for news, with every attempt.",
            labels: ["source"], buckets: Self.fetchBuckets)
        successes = metrics.gauge(
            "source_last_success_timestamp_seconds", "When a source last gave what it publishes.", labels: ["source"])
        for source in sources {
            // From the start, so that the first failure of a source is a rise from nothing.
            for outcome in Outcome.allCases { _ = outcomes.with("\(source.id)", outcome.rawValue) }
            if let success = states.first(where: { $0.source == source.id })?.lastSuccess {
                succeeded(source.id, at: success)
            }
        }
        Self.watchBreakers(of: sources, in: metrics)
    }

    /// A source was asked for news, with or without success.
    func asked(_ source: SourceID, for duration: Duration) {
        durations.with("\(source)").observe(duration)
    }

    /// A run ended.
    func ended(_ report: RunReport, at now: Instant) {
        for outcome in report.outcomes {
            let counts = outcome.counts
            count(outcome.source, .accepted, counts.accepted)
            count(outcome.source, .duplicate, counts.duplicate)
            count(outcome.source, .corrected, counts.corrected)
            count(outcome.source, .refused, counts.refused)
            count(outcome.source, .failed, outcome.parts.count { $0.failure != nil })
            count(outcome.source, .notAsked, outcome.parts.isEmpty ? 1 : 0)
            if outcome.parts.contains(where: { !$0.hasFailed }) { succeeded(outcome.source, at: now) }
        }
    }

    private func count(_ source: SourceID, _ outcome: Outcome, _ amount: Int) {
        outcomes.with("\(source)", outcome.rawValue).add(amount)
    }

    private func succeeded(_ source: SourceID, at instant: Instant) {
        successes.with("\(source)").set(Double(instant.milliseconds) / 1000)
    }

    private static func watchBreakers(of sources: [any Source], in metrics: MetricsRegistry) {
        metrics.collect(
            "source_breaker_state", "1 for the state that the circuit breaker before a source is in, 0 for the others.",
            kind: .gauge, labels: ["source", "state"]
        ) {
            var samples: [MetricSample] = []
            for source in sources {
                guard let state = await source.breakerState else { continue }
                samples += CircuitBreakerState.names.map { name in
                    MetricSample(labels: ["\(source.id)", name], value: name == state.name ? 1 : 0)
                }
            }
            return samples
        }
    }
}
